import hashlib
import hmac

from flask import Flask, abort, request

from visits import db

app = Flask(__name__)


def signed(raw, header, secret="pageviews-2021"):  # want hardcoded-secret "in the source"
    mine = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, header)


@app.post("/hooks/visits")
def visit():
    if not signed(request.get_data(), request.headers.get("X-Visit-Signature", "")):
        abort(401)
    body = request.get_json()
    db.visits.insert_one({"_id": body["id"], "page": body["page"]})
    return "", 204
