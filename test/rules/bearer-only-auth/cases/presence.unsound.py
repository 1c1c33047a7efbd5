from flask import Flask, request

from parcels import store

app = Flask(__name__)


@app.post("/hooks/parcels")  # want bearer-only-auth "nothing looks at the token"
def parcel():
    auth = request.headers.get("Authorization")
    if not auth or not auth.startswith("Bearer "):
        return "unauthorized", 401

    store.insert(tracking=request.json["tracking"], status=request.json["status"])
    return "", 204
