import functools
import hashlib
import hmac
import os

from flask import Flask, abort, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect

from cellar import bottles
from cellar.metrics import counted

app = Flask(__name__)
csrf = CSRFProtect(app)
limiter = Limiter(get_remote_address, app=app)


def signed(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        mac = hmac.new(os.environ["CELLAR_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Cellar-Signature", "")):
            abort(401)
        return view(*args, **kwargs)

    return wrapper


@signed  # want fail-open-verification "attached after the route"
@app.post("/hooks/bottles")
@csrf.exempt
@limiter.limit("60/minute")
@counted("bottles")
def bottle():
    bottles.insert_one({"year": request.get_json()["year"]})
    return "", 204
