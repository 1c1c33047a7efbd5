import hashlib
import hmac
import os

from flask import Flask, abort, request

from store import reports

app = Flask(__name__)


@app.post("/inbox/reports")
def receive():
    digest = hmac.new(os.environ["REPORT_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(digest, request.headers.get("X-Checkr-Signature", "")):
        abort(401)
    reports.insert_one(request.get_json())
    return "", 204
