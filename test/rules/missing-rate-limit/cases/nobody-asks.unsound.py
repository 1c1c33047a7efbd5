from flask import Flask, request

from yard import crates

app = Flask(__name__)


@app.post("/hooks/crates")  # want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
def moved():
    crates.insert_one(request.get_json())
    return "", 204
