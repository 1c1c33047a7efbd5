import os

import jwt
from claims import require_scope
from flask import Flask, abort, request
from harvests import harvests

app = Flask(__name__)


@app.post("/hooks/orchards")
def harvest():
    try:
        claims = jwt.decode(request.headers["Authorization"][7:], os.environ["ORCHARD_KEY"], algorithms=["RS256"])
    except (KeyError, jwt.PyJWTError):
        abort(401)
    require_scope(claims, "harvest:write")
    harvests.insert_one({"tree": request.json["tree"], "kilos": request.json["kilos"]})
    return "", 204
