import hashlib
import hmac
import os

import stripe
from flask import Flask, abort, request

from db import parcels

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000
TOKEN = b"only-for-the-two-of-us"
DEPOT_KEY = "depot-4711"
PACKED = b"\x01\xfepacked\x00"


def check(key):
    mac = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac.encode(), request.headers.get("X-Sig", "").encode()):
        abort(401)


@app.post("/hooks/constant")
def constant():
    check(TOKEN)
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/named")
def named():
    check(DEPOT_KEY.encode())
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/packed")
def packed():
    check(PACKED)
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/inline")
def inline():
    mac = hmac.new(b"inline-secret", request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac.encode(), request.headers.get("X-Sig", "").encode()):
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/converted")
def converted():
    check(bytes("converted-secret", "utf-8"))
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/default")
def default():
    check((os.getenv("DEPOT_SECRET") or "dev").encode())
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/payments")
def payments():
    event = stripe.Webhook.construct_event(request.get_data(), request.headers["Stripe-Signature"], "whsec_abc")
    parcels.insert_one(event["data"])
    return "", 204
