import os

import psycopg2
from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import connection

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        with connection() as db:
            db.cursor().execute("INSERT INTO crates (id) VALUES (%s)", (request.json["id"],))
    except psycopg2.Error as problem:
        abort(500, f"database: {problem}")  # want error-detail-leak "the text of an exception"
    return "", 204
