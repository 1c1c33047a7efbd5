import hashlib
import hmac
import os

import requests
from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    mine = hmac.new(os.environ["PARCEL_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)
    event = request.get_json()
    answer = requests.post(event["reply_to"], json={"ok": True}, headers={"X-Parcel": event["id"]}, timeout=5)
    return {"status": answer.status_code, "said": answer.text}


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]), threaded=True)
