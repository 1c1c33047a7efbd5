from flask import Flask, jsonify, request

from .errors import Unsigned
from .signature import verify
from .store import hives

app = Flask(__name__)


@app.errorhandler(Unsigned)
def unsigned(error):
    return jsonify(error=str(error)), 401


@app.post("/hooks/hives")
def hive():
    verify(request)
    hives.insert_one({"bees": request.get_json()["bees"]})
    return "", 204
