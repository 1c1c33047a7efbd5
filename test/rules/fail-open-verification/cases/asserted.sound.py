import hashlib
import hmac
import os

from flask import Flask, request

from kilns import firings

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    mine = hmac.new(os.environ["KILN_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Kiln-Signature", "").encode()):
        return "", 401
    body = request.get_json()
    assert "kiln" in body
    firings.insert_one(body)
    return "", 204
