import jwt
from flask import Flask, abort, request

from tides import readings

app = Flask(__name__)
keys = jwt.PyJWKClient("https://id.tides.example/keys")


@app.post("/hooks/tides")
def reading():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        key = keys.get_signing_key_from_jwt(token)
        claims = jwt.decode(token, key.key, algorithms=["RS256"], issuer="https://id.tides.example", options={"verify_aud": False})
    except jwt.PyJWTError:
        abort(401)
    if "tides:write" not in claims.get("scope", "").split():
        abort(403)

    readings.insert_one(request.get_json())
    return "", 204
