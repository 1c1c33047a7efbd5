import base64
import hashlib
import hmac
import os

from flask import abort, request


def check_signature():
    mine = base64.b64encode(hmac.new(os.environ["SHOP_SECRET"].encode(), request.get_data(), hashlib.sha256).digest())
    if not hmac.compare_digest(mine, request.headers.get("X-Shopify-Hmac-SHA256", "").encode()):
        abort(401)
