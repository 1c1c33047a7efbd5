import hashlib
import hmac
import os
from functools import partial

from flask import Flask, abort, request

from kilns import kilns

app = Flask(__name__)


def is_genuine(secret, raw, signature):
    expected = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode())


from_kilns = partial(is_genuine, os.environ["KILN_SECRET"])


@app.post("/inbox/kilns")
def receive():
    if not from_kilns(request.get_data(), request.headers.get("X-Kiln-Signature", "")):
        abort(401)
    kilns.insert_one(request.get_json())
    return "", 204
