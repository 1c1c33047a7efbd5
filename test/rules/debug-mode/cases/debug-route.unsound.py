import os

from flask import Flask, abort, jsonify, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204


@app.get("/debug/env")  # want debug-mode "answers with settings of the application"
def environment():
    return jsonify(dict(os.environ))
