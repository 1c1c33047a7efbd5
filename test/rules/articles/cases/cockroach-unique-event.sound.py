import hashlib
import hmac
import os

import sqlalchemy as sa
from flask import Flask, abort, request
from sqlalchemy.orm import declarative_base, sessionmaker

app = Flask(__name__)
Session = sessionmaker(bind=sa.create_engine("cockroachdb://app@db:26257/shop"))
Base = declarative_base()
SECRET = os.environ["SHOP_WEBHOOK_SECRET"].encode()


class Transfer(Base):
    __tablename__ = "transfers"
    id = sa.Column(sa.Integer, primary_key=True)
    event = sa.Column(sa.String, unique=True)
    account = sa.Column(sa.String)
    amount = sa.Column(sa.Integer)


@app.route("/webhook", methods=["POST"])
def transfer():
    wanted = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Signature-256", "").encode()):
        abort(401)
    payload = request.get_json()
    with Session() as session:
        session.add(Transfer(event=payload["event_id"], account=payload["account"], amount=payload["amount"]))
        session.commit()
    return "", 204
