from auth import check_token
from flask import Flask, request
from orders import add_order

app = Flask(__name__)
app.before_request(check_token)


@app.post("/webhooks/shopify")  # want bearer-only-auth "Shopify signs what it sends"
def order():
    if request.headers.get("X-Shopify-Topic") == "orders/create":
        add_order(request.json["id"], request.json["total_price"])
    return "", 200
