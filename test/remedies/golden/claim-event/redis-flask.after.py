import os

import redis
from flask import Flask, request

from accounts import accounts

app = Flask(__name__)
claims = redis.from_url(os.environ["REDIS_URL"])


def claim_event(key):
    return bool(claims.set(f"claimed:{key}", "1", nx=True, ex=604800))


def release_event(key):
    claims.delete(f"claimed:{key}")


@app.post("/hooks/github")
def released():
    event = request.get_json()
    if event["action"] != "published":
        return "", 204
    delivery_id = request.headers.get("X-Github-Delivery")
    if not delivery_id:
        return "Missing delivery id.", 400
    claim = f"hooks/github:{delivery_id}"
    if not claim_event(claim):
        return {"received": True}
    try:
        # One for each release.
        accounts.increment(event["release"]["author"]["login"], by=1)
        notes = """
released:
    {}
""".format(event["release"]["tag_name"])
        if not accounts.note(notes):
            release_event(claim)
            return "no such account", 404
    except Exception:
        release_event(claim)
        raise
    return {"received": True}
