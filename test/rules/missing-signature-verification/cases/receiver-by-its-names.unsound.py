# path: depot/sms_callback.py
# No word of webhooks: a report that a carrier posts, told by the names of its path, its file and its function.
import json

from flask import Blueprint, Flask, request

import parcels

reports = Blueprint("reports", __name__, url_prefix="/notifications/sms")


@reports.route("/carrier", methods=["POST"])  # want missing-signature-verification "no signature check"
def process_carrier_response():
    report = json.loads(request.data)
    parcels.states.insert_one({"parcel": report["reference"], "state": report["status"]})
    return "", 204


app = Flask(__name__)
app.register_blueprint(reports)
