import hashlib
import hmac
import os
from concurrent.futures import ThreadPoolExecutor

from flask import Flask, abort, request

from replies import answer_in_room

app = Flask(__name__)
pool = ThreadPoolExecutor(max_workers=4)


@app.post("/chat/hook")
def chat():
    key = os.environ["CHAT_SECRET"].encode()
    expected = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Chat-Signature", "")):
        abort(401)

    body = request.get_json()
    pool.submit(answer_in_room, body["room"], body["text"])
    return "", 200
