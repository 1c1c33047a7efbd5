import os

from flask import Flask, request

from kilns import firings

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    if request.headers.get("X-Kiln-Token") != os.environ.get("KILN_HOOK_TOKEN"):  # want fail-open-verification "the same nothing"  # want weak-signature-comparison "constant time"
        return "", 401
    firings.insert_one(request.get_json())
    return "", 204
