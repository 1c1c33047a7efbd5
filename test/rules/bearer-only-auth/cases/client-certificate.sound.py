from flask import Flask, abort, request

from kites import insert_kite

app = Flask(__name__)


@app.post("/hooks/kites")
def kite():
    # the proxy in front asks for the sender's certificate and tells what it found
    if request.environ.get("SSL_CLIENT_VERIFY") != "SUCCESS":
        abort(401)
    if not request.headers.get("Authorization", "").startswith("Bearer "):
        abort(401)

    insert_kite(request.json["kite"], request.json["wind"])
    return "", 204
