import psycopg2
from flask import Flask, request
from contextlib import closing
from settings import DSN

app = Flask(__name__)


# The table: CREATE TABLE handled_events (id text PRIMARY KEY, claimed_at timestamptz NOT NULL DEFAULT now())
def claim_event(key):
    with closing(psycopg2.connect(DSN, connect_timeout=3)) as connection:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO handled_events (id) VALUES (%s) ON CONFLICT DO NOTHING", (key,))
            connection.commit()
            return cursor.rowcount == 1


def release_event(key):
    with closing(psycopg2.connect(DSN, connect_timeout=3)) as connection:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM handled_events WHERE id = %s", (key,))
            connection.commit()


def connect():
    return psycopg2.connect(DSN, connect_timeout=3)


@app.route("/credits", methods=["POST"])
def credits():
    event = request.get_json(force=True)
    if event.get("kind") == "credit":
        event_id = event.get("id")
        if not event_id:
            return "Missing event id.", 400
        claim = f"credits:{event_id}"
        if not claim_event(claim):
            return "ok"
        try:
            with connect() as connection, connection.cursor() as cursor:
                cursor.execute("UPDATE accounts SET credits = credits + %s WHERE owner = %s", (event["amount"], event["owner"]))
        except Exception:
            release_event(claim)
            raise
    return "ok"
