from flask import Flask, request
from sqlalchemy import insert

from tables import db, parcels

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    body = request.get_json()
    db.execute(insert(parcels).values(**body))  # want mass-assignment "All of `body` goes into"
    return "", 204
