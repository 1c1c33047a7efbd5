from flask import Flask, request
from flask.views import MethodView
from flask_smorest import Api, Blueprint

from garden import beds

app = Flask(__name__)
api = Api(app)
blp = Blueprint("beds", "beds", url_prefix="/hooks")


@blp.route("/beds")
class Beds(MethodView):
    @blp.response(204)
    def post(self):  # want missing-signature-verification "/hooks/beds has no signature check"
        beds.insert_one({"plant": request.get_json()["plant"]})


api.register_blueprint(blp)
