from flask import Flask, request
from flask_jwt_extended import JWTManager, jwt_required

from lamps import lamps

app = Flask(__name__)
app.config.from_prefixed_env()
JWTManager(app)


@app.post("/hooks/lamps")
@jwt_required(optional=True)  # want fail-open-verification "without a token pass"
def lamp():
    lamps.insert_one({"lamp": request.json["lamp"], "state": request.json["state"]})
    return "", 204
