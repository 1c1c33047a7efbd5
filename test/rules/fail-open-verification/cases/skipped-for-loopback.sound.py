import hashlib
import hmac
import os

from flask import Flask, abort, request

from kilns import firings

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    mine = hmac.new(os.environ["KILN_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine.encode(), request.headers.get("X-Kiln-Signature", "").encode()):
        abort(401)
    if request.host.split(":")[0] != "localhost":
        app.logger.info("fired from afar")
    firings.insert_one(request.get_json())
    return "", 204
