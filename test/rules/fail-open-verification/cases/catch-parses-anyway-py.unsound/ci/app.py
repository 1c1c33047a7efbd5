from flask import Flask, request

from ci.opening import open_delivery
from ci.runs import runs

app = Flask(__name__)


@app.post("/hooks/pipeline")
def pipeline():
    delivery = open_delivery(request.get_data(), request.headers)
    if delivery["type"] == "run.finished":
        runs.update_one({"_id": delivery["run"]["id"]}, {"$set": {"outcome": delivery["run"]["outcome"]}})
    return "", 204
