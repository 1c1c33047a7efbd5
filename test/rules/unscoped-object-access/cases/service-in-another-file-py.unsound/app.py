import hashlib
import hmac

from flask import Flask, abort, request
from models import Depot
from parcels import Parcels

app = Flask(__name__)


@app.post("/hooks/<slug>/parcels")
def parcels(slug):
    depot = Depot.query.filter_by(slug=slug).first()
    if depot is None or not depot.webhook_secret:
        abort(404)
    wanted = hmac.new(depot.webhook_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Depot-Signature", "").encode()):
        abort(401)

    body = request.get_json()
    Parcels().remove(body["number"])  # want unscoped-object-access "alone decides what `db.parcels.delete_one` deletes"
    return "", 204
