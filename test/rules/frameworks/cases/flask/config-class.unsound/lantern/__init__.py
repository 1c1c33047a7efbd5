from flask import Flask

from .config import settings
from .lamps import lamps


def create_app(name="production"):
    app = Flask(__name__)
    app.config.from_object(settings[name])
    app.register_blueprint(lamps)
    return app
