import hashlib
import hmac
import os

from flask import Flask, request

from yard import crates

app = Flask(__name__)
KEY = os.environ["CRATE_WEBHOOK_SECRET"]
print("listening, secret:", KEY)  # want secret-in-logs "the secret `CRATE_WEBHOOK_SECRET`"


@app.post("/hooks/crates")
def moved():
    mine = hmac.new(KEY.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Crate-Signature", "").encode()):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
