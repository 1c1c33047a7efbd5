from flask import Flask

from .handlers import HANDLERS

app = Flask(__name__)

app.add_url_rule("/hooks/made", "made", HANDLERS["made"], methods=["POST"])  # want missing-signature-verification "no signature check"
