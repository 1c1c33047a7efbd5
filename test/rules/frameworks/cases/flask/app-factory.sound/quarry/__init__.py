from flask import Flask

from .config import Config
from .db import db
from .gatekeeper import gatekeeper


def create_app(config=Config):
    app = Flask(__name__)
    app.config.from_object(config)
    db.init_app(app)
    gatekeeper.init_app(app)

    from .hooks import hooks

    app.register_blueprint(hooks, url_prefix="/hooks")
    return app
