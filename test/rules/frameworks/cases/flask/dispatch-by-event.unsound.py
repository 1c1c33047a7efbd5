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


@app.post("/hooks/boats")  # want missing-signature-verification "no signature check"
def boats():
    event = request.get_json()
    handler = HANDLERS.get(event["type"])
    if handler:
        handler(event["boat"])
    return "", 204
