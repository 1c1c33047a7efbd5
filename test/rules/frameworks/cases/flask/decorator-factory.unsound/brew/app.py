from flask import Flask, request

from .checks import logged, signed
from .store import kegs

app = Flask(__name__)


@app.route("/hooks/kegs", methods=["POST"])
@logged
@signed("X-Brew-Signature", prefix="sha256=")
def keg():
    kegs.insert_one({"beer": request.get_json()["beer"]})
    return "", 204
