from flask import Flask, request

from readings import readings

app = Flask(__name__)


@app.post("/hooks/meters")  # want missing-signature-verification "no signature"
def meter_reading():
    body = request.get_json()
    readings.insert_one({"meter": body["meter"], "kwh": body["kwh"]})
    return "", 204
