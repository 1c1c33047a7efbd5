import hashlib
import hmac
import os
import subprocess

from flask import Flask, abort, request
from flask_limiter import Limiter

app = Flask(__name__)


def source():
    return request.headers.get("X-Webhook-Source", "anybody")


limiter = Limiter(source, app=app)


def check():
    mine = hmac.new(os.environ["PARCEL_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/webhooks/labels")
@limiter.limit("60/minute")
def labels():
    check()
    subprocess.run(["/usr/bin/tee", "-a", os.environ["EFFECTS"]], input=b"label\n", check=True)
    return "", 204


@app.post("/webhooks/films")
def films():
    check()
    subprocess.run(["/usr/bin/tee", "-a", os.environ["EFFECTS"]], input=b"film\n", check=True)
    return "", 204


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
