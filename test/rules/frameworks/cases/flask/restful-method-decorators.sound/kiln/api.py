from flask import Flask
from flask_restful import Api

from .firing import FiringHook

app = Flask(__name__)
api = Api(app)
api.add_resource(FiringHook, "/hooks/firings", "/hooks/firings/<string:batch>")
