import hashlib
import hmac
import os

import jwt
from flask import Flask, abort, request

from lamps import lamps

app = Flask(__name__)


@app.post("/hooks/lamps")
def lamp():
    try:
        claims = jwt.decode(request.headers.get("X-Lamp-Token", ""), os.environ["LAMP_SECRET"], algorithms=["HS256"])
    except jwt.InvalidTokenError:
        abort(401)
    mine = hashlib.sha256(request.get_data()).hexdigest()
    if not hmac.compare_digest(mine.encode(), claims.get("payload_hash", "").encode()):
        abort(401)

    lamps.insert_one({"lamp": request.json["id"], "state": request.json["state"]})
    return "", 204
