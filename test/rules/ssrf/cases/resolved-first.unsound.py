import hashlib
import hmac
import os

from flask import Flask, abort, request
import ipaddress
import socket
from urllib.parse import urlparse

import requests

app = Flask(__name__)


def genuine(raw, sent):
    mine = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), (sent or "").encode())


@app.route("/hooks/deploys", methods=["POST"])
def incoming():
    if not genuine(request.get_data(), request.headers.get("X-Hub-Signature-256")):
        abort(401)
    event = request.get_json()
    ping = event["deployment"]["payload"]["ping"]
    address = ipaddress.ip_address(socket.gethostbyname(urlparse(ping).hostname))
    if address.is_private or address.is_loopback:
        return "", 400
    requests.get(ping, timeout=5)  # want ssrf "decides which host"
    return "", 204
