from flask import Flask, request

from kilns import firings
from signing import is_genuine

app = Flask(__name__)


@app.post("/hooks/kilns")
def firing():
    assert is_genuine(request.get_data(), request.headers.get("X-Kiln-Signature")), "wrong signature"  # want fail-open-verification "`assert` is no guard"
    firings.insert_one(request.get_json())
    return "", 204
