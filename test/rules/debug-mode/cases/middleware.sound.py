import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from werkzeug.middleware.proxy_fix import ProxyFix

from yard import crates

app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1)

@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    crates.replace_one({"_id": request.json["id"]}, {"state": request.json["state"]}, upsert=True)
    return "", 204
