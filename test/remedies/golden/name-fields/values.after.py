from flask import Flask, request
from sqlalchemy import insert

from tables import db, parcels

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    body = request.get_json()
    if not body["number"]:
        return "", 400
    db.execute(insert(parcels).values(number=str(body["number"])))
    return "", 204
