import os

import redis
from flask import Flask, request

from accounts import accounts

app = Flask(__name__)
claims = redis.from_url(os.environ["REDIS_URL"])


@app.post("/hooks/github")
def released():
    event = request.get_json()
    if event["action"] != "published":
        return "", 204
    # One for each release.
    accounts.increment(event["release"]["author"]["login"], by=1)
    notes = """
released:
    {}
""".format(event["release"]["tag_name"])
    if not accounts.note(notes): return "no such account", 404
    return {"received": True}
