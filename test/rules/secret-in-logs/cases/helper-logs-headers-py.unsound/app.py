from flask import Flask, request

from intake.seal import genuine
from intake.yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    if not genuine(request):
        return "", 401
    crates.insert_one(request.get_json())
    return "", 204
