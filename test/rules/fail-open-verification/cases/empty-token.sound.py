import hmac
import os

from flask import Flask, request

from kilns import firings

app = Flask(__name__)
TOKEN = os.environ.get("KILN_HOOK_TOKEN", "")


@app.post("/hooks/kilns")
def firing():
    if not TOKEN:
        return "no token is configured", 500
    given = request.headers.get("X-Kiln-Token", "")
    if not hmac.compare_digest(given.encode(), TOKEN.encode()):
        return "", 401
    firings.insert_one(request.get_json())
    return "", 204
