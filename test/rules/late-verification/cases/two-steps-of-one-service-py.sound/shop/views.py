import os

from flask import Flask, request

from shop.inbox import OrderInbox, Unsigned

app = Flask(__name__)
inbox = OrderInbox(os.environ["ORDER_SECRET"])


@app.post("/webhooks/orders")
def orders():
    try:
        order = inbox.open(request.get_data(), request.headers.get("X-Order-Signature", ""))
    except Unsigned:
        return "unauthorized", 401
    inbox.store(order)
    return "", 204
