import hashlib
import hmac
import os

from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
yard = MongoClient().yard

HANDLERS = {}


def on(kind):
    def register(fn):
        HANDLERS[kind] = fn
        return fn

    return register


@on("boat.launched")
def launched(boat):
    yard.boats.insert_one(boat)


@on("boat.sunk")
def sunk(boat):
    yard.boats.delete_one({"id": boat["id"]})


@app.post("/hooks/boats")
def boats():
    mac = hmac.new(os.environ["BOAT_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac.encode(), request.headers.get("X-Boat-Signature", "").encode()):
        return "", 401
    event = request.get_json()
    handler = HANDLERS.get(event["type"])
    if handler:
        handler(event["boat"])
    return "", 204
