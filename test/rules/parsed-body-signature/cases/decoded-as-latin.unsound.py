import hashlib
import hmac
import json
import os

from flask import Flask, abort, request

from reviews import db

app = Flask(__name__)


@app.post("/hooks/reviews")
def review():
    text = request.get_data().decode("latin-1")
    expected = hmac.new(os.environ["REVIEW_SECRET"].encode(), text.encode("utf-8"), hashlib.sha256).hexdigest()  # want parsed-body-signature "decoded"
    if not hmac.compare_digest(expected, request.headers.get("X-Review-Signature", "")):
        abort(401)

    body = json.loads(text)
    db.reviews.insert_one({"product": body["product"], "stars": body["stars"]})
    return "", 204
