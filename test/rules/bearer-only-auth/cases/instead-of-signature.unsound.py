import hmac
import os

from flask import Flask, abort, request

from orders import add_order

app = Flask(__name__)


@app.post("/webhooks/stripe")  # want bearer-only-auth "Stripe signs what it sends"
def stripe_event():
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), os.environ["STRIPE_FORWARD_TOKEN"].encode()):
        abort(401)

    event = request.get_json()
    if event["type"] == "charge.succeeded":
        add_order(event["data"]["object"]["id"])
    return "", 200
