from flask import Flask, request

from meters.readings import readings
from meters.signed import signed

app = Flask(__name__)


@app.post("/hooks/meters")
@signed
def meter():
    body = request.get_json()
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
