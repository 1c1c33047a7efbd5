import hashlib
import hmac
import os

from flask import Flask, abort, g, request

from bakery import connect

app = Flask(__name__)


@app.before_request
def only_signed():
    mac = hmac.new(os.environ["BAKERY_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Bakery-Signature", "")):
        abort(401)
    g.db = connect()


@app.teardown_request
def close(error):
    db = g.pop("db", None)
    if db is not None:
        db.close()


@app.post("/hooks/loaves")
def loaf():
    g.db.execute("INSERT INTO loaves (kind) VALUES (?)", (request.get_json()["kind"],))
    return "", 204
