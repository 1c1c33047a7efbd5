from flask import Flask

from hooks import bp
from settings import Settings


def create_app():
    app = Flask(__name__)
    app.config.from_object(Settings)
    app.register_blueprint(bp)
    return app
