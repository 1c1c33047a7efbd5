import hashlib
import hmac
import os

from flask import Flask, abort, request
import boto3
from typing import Literal

from pydantic import BaseModel, ValidationError

app = Flask(__name__)

dynamodb = boto3.resource("dynamodb")


class Event(BaseModel):
    table: Literal["letters", "boxes"]
    number: int


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    try:
        event = Event(**request.get_json())
    except ValidationError:
        abort(400)
    dynamodb.Table(event.table).delete_item(Key={"pk": event.number})
    return "", 204
