from flask import Flask

from .inbound import inbound
from .pages import pages


def create_app():
    app = Flask(__name__)
    app.register_blueprint(pages)
    app.register_blueprint(inbound, url_prefix="/webhooks")
    return app
