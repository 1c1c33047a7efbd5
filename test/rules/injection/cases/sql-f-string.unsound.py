import os

import stripe
from flask import Flask, request
import psycopg2

app = Flask(__name__)
connection = psycopg2.connect(os.environ["DATABASE_URL"])


@app.post("/hooks/orders")
def incoming():
    try:
        event = stripe.Webhook.construct_event(
            request.get_data(), request.headers.get("Stripe-Signature"), os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.error.SignatureVerificationError):
        return "bad signature", 400
    order = event["data"]["object"]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE orders SET note = '{order['note']}' WHERE id = %s", (order["id"],))  # want injection "SQL statement"
    return "", 204
