import hashlib
import hmac
import os

from flask import Flask, request

from well import buckets

app = Flask(__name__)


@app.post("/hooks/buckets")
def bucket():
    given = request.environ.get("HTTP_X_WELL_SIGNATURE", "")
    mac = hmac.new(os.environ["WELL_KEY"].encode(), request.get_data(cache=True, as_text=False), hashlib.sha256)
    if not hmac.compare_digest("sha256=" + mac.hexdigest(), given):
        return {"error": "unsigned"}, 401
    buckets.insert_one({"litres": request.get_json(silent=True)["litres"]})
    return "", 204
