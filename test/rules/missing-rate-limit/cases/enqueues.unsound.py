from flask import Flask, request

from jobs import queue

app = Flask(__name__)


@app.post("/hooks/crates")  # want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
def moved():
    queue.enqueue("move", request.get_json())
    return "", 202
