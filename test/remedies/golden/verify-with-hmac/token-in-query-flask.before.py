import hmac
import os

from flask import Flask, abort, request

from store import releases

app = Flask(__name__)


@app.post("/hooks/github")
def receive():
    if not hmac.compare_digest(request.args.get("token", "").encode(), os.environ["HOOK_TOKEN"].encode()):
        abort(401)
    releases.insert_one(request.get_json())
    return "", 204
