import hashlib
import hmac

from flask import Flask, request
from pymongo import MongoClient

from .config import Config

app = Flask(__name__)
lamps = MongoClient(Config.MONGO_URL).street.lamps


def is_genuine(raw, signature):
    secret = getattr(Config, "LAMP_WEBHOOK_SECRET", None)
    if not secret:  # want fail-open-verification "secret is unset"
        return True
    mac = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mac.encode(), signature.encode())


@app.post("/inbox/lamps")
def receive():
    if not is_genuine(request.get_data(), request.headers.get("X-Lamp-Signature", "")):
        return "", 401
    lamps.insert_one({"id": request.json["id"]})
    return "", 204
