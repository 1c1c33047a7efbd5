import functools
import hashlib
import hmac
import os

from flask import Flask, request
from werkzeug.exceptions import Unauthorized

from forge import nails

app = Flask(__name__)


def signed(view, *, header):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mac = hmac.new(os.environ["FORGE_KEY"].encode(), request.stream.read(65536), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get(header, "")):
            raise Unauthorized("unsigned")
        return view(*args, **kwargs)

    return wrapper


def nail():
    nails.insert_one({"length": request.get_json()["length"]})
    return "", 204


nail = functools.partial(signed, header="X-Forge-Signature")(nail)
app.add_url_rule("/hooks/nails", view_func=nail, methods=["POST"])
