import hashlib
import hmac
import os

import sqlalchemy as sa
from flask import Flask, abort, jsonify, request
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import sessionmaker

from models import Order

app = Flask(__name__)
Session = sessionmaker(bind=sa.create_engine("cockroachdb://app@db:26257/shop"))


class Event(BaseModel):
    user_id: int
    action: str
    amount: float


@app.route("/webhook", methods=["POST"])
def order():
    wanted = hmac.new(os.environ["ORDER_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        abort(401)
    try:
        event = Event(**request.get_json())
    except ValidationError:
        abort(422)
    with Session() as session:
        session.merge(Order(user_id=event.user_id, amount=event.amount))
        session.commit()
    return jsonify({"received": True})
