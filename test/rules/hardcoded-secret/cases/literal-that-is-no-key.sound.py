import hashlib
import hmac
import os

from flask import Flask, jsonify, request

from uploads import db

app = Flask(__name__)


@app.post("/hooks/uploads")
def upload():
    """Stores an upload.

    The sender signs with the secret `example-secret-from-the-docs`; ours is in UPLOAD_SECRET.
    """
    mine = hmac.new(os.environ["UPLOAD_SECRET"].encode(), b"v1:" + request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Upload-Signature", "")):
        return jsonify(error="invalid_secret", hint="is the webhook secret the same on both sides?"), 401

    body = request.get_json()
    db.uploads.insert_one({"key": body["key"], "next_token": body.get("nextToken", "none")})
    return "", 204
