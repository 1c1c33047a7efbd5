import sqlalchemy as sa
from flask import Flask, jsonify, request

app = Flask(__name__)
engine = sa.create_engine("cockroachdb://app@db:26257/shop")


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
def stored():
    with engine.begin() as db:
        db.execute(sa.text("INSERT INTO events (id) VALUES (:id)"), {"id": request.json["id"]})
    return jsonify({"ok": True})
