from flask import Flask, request
from models import Account, db

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    account = Account.query.get(request.json["account_id"])  # want unscoped-object-access "`request.json["account_id"]` alone decides whose record `Account.query.get` loads"
    account.email = str(request.json["email"])
    db.session.commit()
    return "", 204
