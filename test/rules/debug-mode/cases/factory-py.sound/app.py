from flask import Flask

from hooks import bp


def create_app(settings):
    app = Flask(__name__)
    app.config["DEBUG"] = settings.debug
    app.register_blueprint(bp)
    return app
