import hashlib
import hmac
import os

import stripe
from flask import Flask, jsonify, request

from db import parcels

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000


def mac_of(raw):
    return hmac.new(os.environ["INBOX_SECRET"].encode(), raw, hashlib.sha256).hexdigest()


def genuine(raw, sig):
    return hmac.compare_digest(mac_of(raw).encode(), (sig or "").encode())


@app.post("/hooks/one-line")
def one_line():
    if not genuine(request.get_data(), request.headers.get("X-Sig")): print("bad")
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/one-line-pass")
def one_line_pass():
    try:
        event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"])
    except Exception: pass
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/goes-on")
def goes_on():
    try:
        event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"])
    except Exception as e:
        print("bad", e)
        event = request.get_json()
    parcels.insert_one(event)
    return "", 204


@app.post("/hooks/lost-answer")
def lost_answer():
    if not genuine(request.get_data(), request.headers.get("X-Sig")):
        jsonify(error="no"), 401
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/one-line-goes-on")
def one_line_goes_on():
    try:
        event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], os.environ["STRIPE_WEBHOOK_SECRET"])
    except ValueError:
        return "bad payload", 400
    except stripe.error.SignatureVerificationError: event = request.get_json()
    parcels.insert_one(event)
    return "", 204
