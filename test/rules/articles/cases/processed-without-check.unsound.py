from flask import Flask, jsonify, request

from accounts import apply_action

app = Flask(__name__)


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def unchecked():
    body = request.json
    user_id = body.get("user_id")
    apply_action(user_id, body.get("action"))
    return jsonify({"status": "processed", "user": user_id}), 200
