from flask import Blueprint
from flask_restful import Api

from .signed import signed
from .wind import WindHook

bp = Blueprint("kite", __name__, url_prefix="/hooks")
api = Api(bp, decorators=[signed])
api.add_resource(WindHook, "/wind")
