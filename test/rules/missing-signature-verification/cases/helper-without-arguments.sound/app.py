from flask import Flask, request

from checks import require_delivery_signature
from store import returns

app = Flask(__name__)
app.config.from_prefixed_env()


@app.post("/hooks/returns")
def order_returned():
    require_delivery_signature()
    body = request.json
    returns.insert_one({"order": body["order"], "reason": body.get("reason")})
    return {"stored": True}
