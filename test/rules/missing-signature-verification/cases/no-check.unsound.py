from flask import Flask, jsonify, request

from models import Claim, Parcel, db

app = Flask(__name__)


@app.route("/hooks/parcels", methods=["POST"])  # want missing-signature-verification "no signature"
def parcel_status():
    event = request.get_json()
    parcel = Parcel.query.filter_by(tracking=event["tracking"]).first()
    if parcel is None:
        return jsonify(error="unknown parcel"), 404

    parcel.status = event["status"]
    if event["status"] == "lost":
        db.session.add(Claim(parcel_id=parcel.id))
    db.session.commit()
    return "", 204
