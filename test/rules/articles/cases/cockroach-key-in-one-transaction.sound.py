import hashlib
import hmac
import os

import sqlalchemy as sa
from flask import Flask, abort, jsonify, request
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import declarative_base, sessionmaker

app = Flask(__name__)
engine = sa.create_engine("cockroachdb://app@db:26257/shop")
Session = sessionmaker(bind=engine)
Base = declarative_base()
SECRET = os.environ["SHOP_WEBHOOK_SECRET"].encode()


class IdempotencyKey(Base):
    __tablename__ = "idempotency_keys"
    key = sa.Column(sa.String, primary_key=True)
    processed = sa.Column(sa.Boolean, default=False)


class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    amount = sa.Column(sa.Integer)


def process_once(key, payload):
    session = Session()
    claimed = session.execute(insert(IdempotencyKey).values(key=key, processed=True).on_conflict_do_nothing())
    if claimed.rowcount == 0:
        session.close()
        return {"status": "already_processed"}
    try:
        session.add(Order(amount=payload["amount"]))
        session.commit()
        return {"status": "processed"}
    except Exception:
        session.rollback()
        raise
    finally:
        session.close()


@app.route("/webhook", methods=["POST"])
def order():
    wanted = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Signature-256", "").encode()):
        abort(401)
    payload = request.get_json()
    return jsonify(process_once(payload["event_id"], payload))
