from flask import Flask, request
from flask_jwt_extended import JWTManager, get_jwt_identity, jwt_required

from lamps import lamps

app = Flask(__name__)
app.config.from_prefixed_env()
JWTManager(app)


@app.post("/hooks/lamps")
@jwt_required(optional=True)
def lamp():
    if get_jwt_identity() is None:
        return "", 401
    lamps.insert_one({"lamp": request.json["lamp"], "state": request.json["state"]})
    return "", 204
