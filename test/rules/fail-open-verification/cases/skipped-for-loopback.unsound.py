import hashlib
import hmac
import os

from flask import Flask, abort, request

from kilns import firings

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    if request.host.split(":")[0] != "localhost":  # want fail-open-verification "comes from this machine"
        mine = hmac.new(os.environ["KILN_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mine.encode(), request.headers.get("X-Kiln-Signature", "").encode()):
            abort(401)
    firings.insert_one(request.get_json())
    return "", 204
