import hashlib
import hmac
import os

from flask import Flask, abort, redirect, request

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    mine = hmac.new(os.environ["PARCEL_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)
    event = request.get_json()
    return redirect(event["back"], code=303)


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
