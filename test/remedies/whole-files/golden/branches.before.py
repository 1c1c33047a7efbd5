import hashlib
import hmac
import os
from functools import wraps

from flask import Flask, jsonify, make_response, request

from db import parcels

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000


def mac_of(raw):
    return hmac.new(os.environ["INBOX_SECRET"].encode(), raw, hashlib.sha256).hexdigest()


def genuine(raw, sig):
    return hmac.compare_digest(mac_of(raw).encode(), (sig or "").encode())


def signed(view):
    @wraps(view)
    def inner(*args, **kwargs):
        if not genuine(request.get_data(), request.headers.get("X-Sig")):
            app.logger.warning("bad")
        return view(*args, **kwargs)

    return inner


@app.post("/hooks/decorated")
@signed
def decorated():
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/nothing")
def nothing():
    if not genuine(request.get_data(), request.headers.get("X-Sig")): pass
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/header-else")
def header_else():
    sig = request.headers.get("X-Sig")
    if sig:
        if not genuine(request.get_data(), sig): return "", 401
    else: app.logger.warning("unsigned")
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/answer-kept")
def answer_kept():
    try:
        if not genuine(request.get_data(), request.headers.get("X-Sig")):
            raise ValueError()
    except ValueError:
        response = make_response("bad", 401)
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/answer-changed")
def answer_changed():
    if not genuine(request.get_data(), request.headers.get("X-Sig")):
        response = jsonify(error="bad")
        response.status_code = 401
    else: response = jsonify(ok=True)
    parcels.insert_one(request.get_json())
    return response


@app.post("/hooks/two-on-a-line")
def two_on_a_line():
    genuine(request.get_data(), request.headers.get("X-Sig")); parcels.insert_one(request.get_json())
    return "", 204
