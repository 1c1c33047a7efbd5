import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from werkzeug.debug import DebuggedApplication

from yard import crates

app = Flask(__name__)
app.wsgi_app = DebuggedApplication(app.wsgi_app, evalex=True)  # want debug-mode "answers exceptions with their stack"

@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
