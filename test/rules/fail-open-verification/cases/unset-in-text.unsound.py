import hmac
import os

from flask import Flask, request

from kilns import firings

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    wanted = f"kiln {os.environ.get('KILN_HOOK_TOKEN')}"
    if not hmac.compare_digest(request.headers.get("X-Kiln-Token", "").encode(), wanted.encode()):  # want fail-open-verification "anybody can send that"
        return "", 401
    firings.insert_one(request.get_json())
    return "", 204
