from flask import Flask
from flask_restx import Api

from .sailings import ns


def create_app():
    app = Flask(__name__)
    api = Api(app, prefix="/api")
    api.add_namespace(ns, path="/hooks")
    return app
