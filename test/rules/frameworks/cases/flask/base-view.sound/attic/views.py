import hashlib
import hmac

from flask import abort, current_app, request
from flask.views import MethodView


class SignedView(MethodView):
    def dispatch_request(self, *args, **kwargs):
        mac = hmac.new(current_app.config["ATTIC_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(mac, request.headers.get("X-Attic-Signature", "")):
            abort(401)
        return super().dispatch_request(*args, **kwargs)
