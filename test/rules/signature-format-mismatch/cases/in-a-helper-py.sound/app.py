from flask import Flask, abort, request

from authentic import is_from_git
from store import releases

app = Flask(__name__)


@app.post("/inbox/releases")
def receive():
    if not is_from_git(request.get_data(), request.headers.get("X-Hub-Signature-256", "")):
        abort(401)
    releases.insert_one(request.get_json())
    return "", 204
