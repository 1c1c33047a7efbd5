import sqlalchemy as sa
from flask import Flask, jsonify, request
from sqlalchemy.orm import sessionmaker

from models import Order

app = Flask(__name__)
Session = sessionmaker(bind=sa.create_engine("cockroachdb://app@db:26257/shop"))


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def order():
    payload = request.get_json()
    with Session() as session:
        session.add(Order(**payload))  # want mass-assignment "goes into `session.add`"
        session.commit()
    return jsonify({"received": True})
