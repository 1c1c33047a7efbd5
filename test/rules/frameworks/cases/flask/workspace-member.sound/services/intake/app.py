from flask import Flask, request
from pymongo import MongoClient
from signing import signed_by

app = Flask(__name__)
sheds = MongoClient().yard.sheds


@app.post("/hooks/sheds")
@signed_by("SHED_SECRET")
def receive():
    sheds.insert_one({"id": request.json["id"]})
    return "", 204
