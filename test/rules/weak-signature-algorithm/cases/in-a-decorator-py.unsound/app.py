from flask import Flask, request

from authentic import authentic
from store import releases

app = Flask(__name__)


@app.post("/inbox/github")
@authentic
def receive():
    releases.insert_one(request.get_json())
    return "", 204
