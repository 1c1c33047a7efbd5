import hashlib
import hmac
import os

from flask import Flask, abort, request
from pydantic import BaseModel, ValidationError

from visits import db

app = Flask(__name__)


class Visit(BaseModel):
    id: str
    page: str


@app.post("/webhooks/visits")
def visit():
    raw = request.get_data()
    try:
        event = Visit.model_validate_json(raw)
    except ValidationError:
        abort(422)

    expected = hmac.new(os.environ["VISIT_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Visit-Signature", "")):
        abort(401)

    db.visits.update_one({"_id": event.id}, {"$set": {"page": event.page}}, upsert=True)
    return "", 204
