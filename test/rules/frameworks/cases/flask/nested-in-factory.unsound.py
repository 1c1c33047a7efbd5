import hashlib
import hmac

from flask import Flask, request

from nursery import saplings


def create_app(settings):
    app = Flask(__name__)
    app.config.update(settings)
    secret = settings["NURSERY_SECRET"].encode()

    def genuine():
        mac = hmac.new(secret, request.get_data(), hashlib.sha256).hexdigest()
        return hmac.compare_digest(mac, request.headers.get("X-Nursery-Signature", ""))

    @app.route("/hooks/saplings", methods=["POST"])
    def planted():
        if not genuine():  # want fail-open-verification "does not stop the handler"
            app.logger.warning("unsigned delivery")
        saplings.insert_one({"species": request.get_json()["species"]})
        return "", 204

    return app
