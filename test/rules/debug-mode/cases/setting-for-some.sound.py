import os

from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)
if os.environ.get("DEPLOYMENT") in ("dev", "here"):
    app.config["DEBUG"] = True

@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
