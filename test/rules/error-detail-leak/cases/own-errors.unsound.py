import os

from flask import Flask, abort, jsonify, request
from standardwebhooks import Webhook

from yard import crates

app = Flask(__name__)


class WrongCrate(Exception):
    pass


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    try:
        event = request.get_json()
        if "id" not in event:
            raise WrongCrate("no id")
        crates.insert_one({"id": event["id"]})
    except WrongCrate as wrong:
        return jsonify(error=str(wrong)), 422
    except Exception as problem:
        return jsonify(error=repr(problem)), 500  # want error-detail-leak "the text of an exception"
    return "", 204
