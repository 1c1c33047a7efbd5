import hashlib
import hmac
import os

from flask import Flask, request

from printer import jobs

app = Flask(__name__)


def genuine():
    mac = hmac.new(os.environ["PRINTER_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(mac, request.headers.get("X-Printer-Signature", ""))


def enqueue():
    jobs.insert_one({"pages": request.get_json()["pages"]})
    return "", 204


app.after_request(lambda response: response if genuine() else ("", 401))
app.add_url_rule("/hooks/jobs", "jobs", view_func=lambda: enqueue(), methods=["POST"])  # want missing-signature-verification "no signature check"
