from flask import Flask, request
from flask_jwt_extended import JWTManager, get_jwt_identity, jwt_required

from lamps import lamps

app = Flask(__name__)
app.config.from_prefixed_env()
JWTManager(app)


@app.post("/hooks/lamps")
@jwt_required()
def lamp():
    lamps.insert_one({"sender": get_jwt_identity(), "state": request.json["state"]})
    return "", 204
