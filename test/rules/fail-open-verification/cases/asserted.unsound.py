import hashlib
import hmac
import os

from flask import Flask, request

from kilns import firings

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    mine = hmac.new(os.environ["KILN_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    assert hmac.compare_digest(mine.encode(), request.headers.get("X-Kiln-Signature", "").encode())  # want fail-open-verification "`assert` is no guard"
    firings.insert_one(request.get_json())
    return "", 204
