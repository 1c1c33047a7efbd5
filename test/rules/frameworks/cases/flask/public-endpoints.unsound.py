import hashlib
import hmac
import os

from flask import Flask, abort, request

from pier import boats

app = Flask(__name__)


@app.before_request
def seal():
    if request.headers.get("X-Pier-Signature") is None:  # want fail-open-verification "header is missing"
        return
    mac = hmac.new(os.environ["PIER_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers["X-Pier-Signature"]):
        abort(401)


@app.get("/health")
def health():
    return "ok"


@app.post("/hooks/boats")
def boat():
    boats.insert_one({"name": request.get_json()["name"]})
    return "", 204
