import hashlib
import hmac

from flask import abort, request

from models import Depot


def verified_depot(slug):
    depot = Depot.query.filter_by(slug=slug).first_or_404()
    if not depot.webhook_secret:
        abort(404)
    wanted = hmac.new(depot.webhook_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Depot-Signature", "").encode()):
        abort(401)
    return depot
