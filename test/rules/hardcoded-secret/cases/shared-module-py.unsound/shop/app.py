import os

from flask import Flask, request
from pymongo import MongoClient

from .genuine import is_genuine

app = Flask(__name__)
stock = MongoClient(os.environ["MONGO_URL"]).shop.stock


@app.post("/hooks/stock")
def level():
    if not is_genuine(request.get_data(), request.headers.get("X-Stock-Hmac", "")):
        return "unauthorized", 401
    body = request.get_json()
    stock.update_one({"sku": body["sku"]}, {"$set": {"available": body["available"]}})
    return "", 204
