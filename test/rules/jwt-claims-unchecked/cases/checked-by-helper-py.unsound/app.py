import os

import jwt
from claims import holder
from flask import Flask, abort, request
from harvests import harvests

app = Flask(__name__)


@app.post("/hooks/orchards")
def harvest():
    try:
        claims = jwt.decode(request.headers["Authorization"][7:], os.environ["ORCHARD_KEY"], algorithms=["RS256"])  # want jwt-claims-unchecked "for whom it was issued"
    except (KeyError, jwt.PyJWTError):
        abort(401)
    harvests.insert_one({"by": holder(claims), "tree": request.json["tree"], "kilos": request.json["kilos"]})
    return "", 204
