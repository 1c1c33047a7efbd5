import redis
from flask import Blueprint, request

from accounts import accounts

hooks = Blueprint("hooks", __name__)
store = redis.Redis()


def claim_event(key):
    return bool(store.set(f"claimed:{key}", "1", nx=True, ex=604800))


def release_event(key):
    store.delete(f"claimed:{key}")


@hooks.post("/credits")
def credits():
    event = request.json
    claim = "parcels:{}".format(event["id"])
    if not claim_event(claim):
        return {"again": True}
    try:
        accounts.increment(event["owner"], by=event["amount"])
    except Exception:
        release_event(claim)
        raise
    return {"again": False}
