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
    except psycopg2.errors.UniqueViolation:
        return "", 204
    except psycopg2.Error as problem:
        app.logger.error("storing failed: %s", problem)
        abort(503, "try again later")
    return "", 204
