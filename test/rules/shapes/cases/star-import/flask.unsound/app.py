from flask import *

from checks import *
from parcels import parcels

app = Flask(__name__)


@app.route("/webhooks/parcels", methods=["POST"])
def receive():
    ensure_genuine()
    parcels.insert_one(request.get_json())
    return jsonify(ok=True)


@app.route("/webhooks/returns", methods=["POST"])  # want missing-signature-verification "no signature check"
def returned():
    parcels.delete_one({"id": request.get_json()["id"]})
    return jsonify(ok=True)
