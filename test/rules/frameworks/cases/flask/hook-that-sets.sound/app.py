from flask import Flask, abort, session

from callbacks import callbacks


def create_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 100_000

    def ensure_user_id_before_request():
        if session.get("user_id") is None:
            abort(401)

    app.before_request(ensure_user_id_before_request)
    app.register_blueprint(callbacks)
    return app
