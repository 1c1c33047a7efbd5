import os

import jwt
from flask import Flask, abort, request

from models import Account, Reading, db

app = Flask(__name__)


@app.post("/hooks/meters")
def meter():
    try:
        claims = jwt.decode(request.headers.get("X-Meter-Token", ""), os.environ["METER_PUBLIC_KEY"], algorithms=["RS256"])
    except jwt.InvalidTokenError:
        abort(401)
    account = Account.query.filter_by(meter_subject=claims["sub"]).first_or_404()

    db.session.add(Reading(account_id=account.id, kwh=request.json["kwh"]))
    db.session.commit()
    return "", 204
