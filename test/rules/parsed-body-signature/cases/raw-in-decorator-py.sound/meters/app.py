from flask import Flask, request

from meters.readings import readings
from meters.signed import signed

app = Flask(__name__)


@app.route("/hooks/meters", methods=["POST"])
@signed
def meter():
    readings.insert_one({"meter": request.json["meter"], "kwh": request.json["kwh"]})
    return "", 204
