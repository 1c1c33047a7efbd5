import hashlib
import hmac

from flask import Flask, abort, request

from models import Account, User, db

app = Flask(__name__)


@app.route("/webhook/profile/<int:account_id>", methods=["POST"])
def profile_changed(account_id):
    account = Account.query.get_or_404(account_id)
    if not account.webhook_secret:
        abort(404)
    wanted = hmac.new(account.webhook_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        abort(401)

    user = User.query.filter_by(account_id=account.id, id=request.json["user_id"]).first_or_404()
    user.email = request.json["email"]
    db.session.commit()
    return "", 200
