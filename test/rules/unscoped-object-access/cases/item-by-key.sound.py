import hashlib
import hmac

from flask import Flask, abort, request
import boto3

from models import Depot

app = Flask(__name__)

table = boto3.resource("dynamodb").Table("parcels")


@app.post("/hooks/<slug>/parcels")
def parcels(slug):
    depot = Depot.query.filter_by(slug=slug).first()
    if depot is None or not depot.webhook_secret:
        abort(404)
    wanted = hmac.new(depot.webhook_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Depot-Signature", "").encode()):
        abort(401)

    body = request.get_json()
    table.delete_item(Key={"pk": f"DEPOT#{depot.id}", "sk": f"PARCEL#{body['id']}"})
    return "", 204
