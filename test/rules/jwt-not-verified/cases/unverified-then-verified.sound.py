import jwt
from flask import Flask, abort, request

from harvests import harvests
from issuers import KEYS

app = Flask(__name__)


@app.post("/hooks/orchards")
def harvest():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        issuer = jwt.decode(token, options={"verify_signature": False})["iss"]
        jwt.decode(token, KEYS[issuer], algorithms=["RS256"], issuer=issuer, audience="orchards")
    except (jwt.PyJWTError, KeyError):
        abort(401)

    harvests.insert_one({"tree": request.json["tree"], "kilos": request.json["kilos"]})
    return "", 204
