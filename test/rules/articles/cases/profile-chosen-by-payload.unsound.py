from flask import Flask, request

from models import User, db

app = Flask(__name__)


@app.route("/webhook/profile", methods=["POST"])  # want missing-signature-verification "no signature"
def profile_changed():
    user = User.query.get(request.json["user_id"])  # want unscoped-object-access "alone decides whose record `User.query.get` loads"
    user.email = request.json["email"]
    db.session.commit()
    return "", 200
