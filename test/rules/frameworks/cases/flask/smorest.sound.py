import hashlib
import hmac
import os

from flask import Flask, request
from flask.views import MethodView
from flask_smorest import Api, Blueprint, abort

from garden import beds

app = Flask(__name__)
api = Api(app)
blp = Blueprint("beds", "beds", url_prefix="/hooks")


def verify():
    mac = hmac.new(os.environ["GARDEN_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Garden-Signature", "")):
        abort(401, message="unsigned")


@blp.route("/beds")
class Beds(MethodView):
    @blp.response(204)
    def post(self):
        verify()
        beds.insert_one({"plant": request.get_json()["plant"]})


api.register_blueprint(blp)
