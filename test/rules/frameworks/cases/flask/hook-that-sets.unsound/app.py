from flask import Flask, g

from callbacks import callbacks


def create_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 100_000

    def ensure_user_id_before_request():
        g.user_id = None

    app.before_request(ensure_user_id_before_request)
    app.register_blueprint(callbacks)
    return app
