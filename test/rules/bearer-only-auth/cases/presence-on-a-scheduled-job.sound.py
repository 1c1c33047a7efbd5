from flask import Flask, request

from digests import send_all

app = Flask(__name__)


@app.post("/tasks/digest")
def digest():
    if "Authorization" not in request.headers:
        return "", 401
    send_all()
    return "", 204
