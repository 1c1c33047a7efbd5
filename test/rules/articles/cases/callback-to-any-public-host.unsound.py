import hashlib
import hmac
import ipaddress
import os
import socket
from urllib.parse import urlparse

import requests
from flask import Flask, abort, request

app = Flask(__name__)
SECRET = os.environ["CALLBACK_SECRET"].encode()


def is_safe(address):
    try:
        resolved = socket.gethostbyname(urlparse(address).hostname)
        return not ipaddress.ip_address(resolved).is_private
    except socket.gaierror:
        return False


@app.route("/webhook/callback", methods=["POST"])
def call_back():
    wanted = hmac.new(SECRET, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Webhook-Signature", "").encode()):
        abort(401)
    address = request.get_json()["callback_url"]
    if not is_safe(address):
        abort(400, "callback URL refused")
    requests.get(address, timeout=5)  # want ssrf "resolved for the check and once more for the request"
    return "", 200
