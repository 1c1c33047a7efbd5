import requests
from flask import Blueprint, request

from payments import db, Payment

ipn = Blueprint("ipn", __name__)


@ipn.route("/paypal/ipn", methods=["POST"])
def paypal_ipn():
    answer = requests.post(
        "https://ipnpb.paypal.com/cgi-bin/webscr",
        data=b"cmd=_notify-validate&" + request.get_data(),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        timeout=10,
    )
    if answer.text != "VERIFIED":
        return "", 400

    if request.form.get("payment_status") == "Completed":
        db.session.add(Payment(reference=request.form["txn_id"], amount=request.form["mc_gross"]))
        db.session.commit()
    return "", 200
