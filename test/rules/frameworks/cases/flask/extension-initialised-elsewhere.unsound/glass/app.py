from flask import Flask

from .extensions import seal
from .panes import panes


def create_app():
    app = Flask(__name__)
    app.config.from_prefixed_env()
    seal.init_app(app)
    app.register_blueprint(panes)
    return app
