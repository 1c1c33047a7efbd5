import hashlib
import hmac
import os

from flask import Flask, abort, request
import psycopg2
from psycopg2 import sql

app = Flask(__name__)


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        statement = sql.SQL("UPDATE {} SET arrived = true WHERE number = %s").format(sql.Identifier(body["kind"]))  # want payload-chosen-resource "`body["kind"]` decides which table"
        cursor.execute(statement, (body["number"],))
    return "", 204
