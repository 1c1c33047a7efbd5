from flask import Flask

from . import inbound


def create_app():
    app = Flask(__name__)
    inbound.register(app)
    return app
