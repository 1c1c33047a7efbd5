from flask import Flask

from hooks import bp


def create_app():
    app = Flask(__name__)
    app.config["DEBUG"] = True  # want debug-mode "switches the debugger on"
    app.register_blueprint(bp)
    return app
