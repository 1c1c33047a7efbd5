import psycopg2
from flask import Flask, request
from settings import DSN

app = Flask(__name__)


def connect():
    return psycopg2.connect(DSN, connect_timeout=3)


@app.route("/credits", methods=["POST"])
def credits():
    event = request.get_json(force=True)
    if event.get("kind") == "credit":
        with connect() as connection, connection.cursor() as cursor:
            cursor.execute("UPDATE accounts SET credits = credits + %s WHERE owner = %s", (event["amount"], event["owner"]))
    return "ok"
