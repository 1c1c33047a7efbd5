import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask_caching import Cache

from events import process_event

app = Flask(__name__)
cache = Cache(app, config={"CACHE_TYPE": "RedisCache"})
SECRET = os.environ["EVENT_WEBHOOK_SECRET"].encode()


@app.route("/webhook/event", methods=["POST"])
def remembered_event():
    wanted = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        abort(401)
    key = request.json["event_id"]
    if not cache.add(key, "at work", timeout=604_800):
        return "", 200
    try:
        process_event(request.json)
    except Exception:
        cache.delete(key)
        raise
    return "", 200
