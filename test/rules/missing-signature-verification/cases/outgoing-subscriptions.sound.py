import secrets

from flask import Blueprint, jsonify, request
from flask_login import current_user, login_required

from models import Subscription, db

api = Blueprint("subscriptions", __name__, url_prefix="/api/webhooks")


@api.get("/")
@login_required
def index():
    rows = Subscription.query.filter_by(account_id=current_user.account_id)
    return jsonify([{"id": row.id, "url": row.url} for row in rows])


@api.post("/")
@login_required
def create():
    body = request.get_json()
    row = Subscription(account_id=current_user.account_id, url=body["url"], secret=secrets.token_hex(24))
    db.session.add(row)
    db.session.commit()
    return jsonify(id=row.id, secret=row.secret), 201


@api.delete("/<int:subscription_id>")
@login_required
def delete(subscription_id):
    Subscription.query.filter_by(id=subscription_id, account_id=current_user.account_id).delete()
    db.session.commit()
    return "", 204
