import os

import psycopg2
from flask import Flask, request
from standardwebhooks import Webhook

app = Flask(__name__)


@app.post("/webhooks/parcels")
def moved():
    event = Webhook(os.environ["PARCEL_KEY"]).verify(request.get_data(), dict(request.headers))
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute("UPDATE parcels SET note = %s WHERE id = %s", (event['note'], event["id"]))
    return "", 204
