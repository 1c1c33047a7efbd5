from flask import Flask, request
from flask_caching import Cache

from events import process_event

app = Flask(__name__)
cache = Cache(app, config={"CACHE_TYPE": "redis"})


@app.route("/webhook/event", methods=["POST"])  # want missing-signature-verification "no signature"
def remembered_event():
    key = request.json["event_id"]
    if cache.get(key):  # want racy-idempotency "`cache.get` asks and `cache.set` notes the delivery in two steps."
        return "", 200
    cache.set(key, "done", timeout=3600)
    process_event(request.json)
    return "", 200
