import redis
from flask import Blueprint, request

from accounts import accounts

hooks = Blueprint("hooks", __name__)
store = redis.Redis()
handled = {}


@hooks.post("/credits")
def credits():
    event = request.json
    if event["id"] in handled:
        return {"again": True}
    accounts.increment(event["owner"], by=event["amount"])
    handled[event["id"]] = True
    return {"again": False}
