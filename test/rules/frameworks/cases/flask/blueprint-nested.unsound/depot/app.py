from flask import Flask

from .inbound import inbound

app = Flask(__name__)
app.register_blueprint(inbound, url_prefix="/v1")
