import hashlib
import hmac
import os

from apiflask import APIBlueprint, APIFlask, Schema, abort
from apiflask.fields import Integer, String
from flask import request

from orchard import harvests

app = APIFlask(__name__)
inbox = APIBlueprint("inbox", __name__, url_prefix="/hooks")


class Harvest(Schema):
    tree = String(required=True)
    kilos = Integer(required=True)


@inbox.before_request
def from_the_scales():
    mac = hmac.new(os.environ["SCALES_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Scales-Signature", "")):
        abort(401, "unsigned")


@inbox.post("/harvests")
@inbox.input(Harvest, location="json")
@inbox.output({}, status_code=204)
def harvest(json_data):
    harvests.insert_one({"tree": json_data["tree"], "kilos": json_data["kilos"]})
    return ""


app.register_blueprint(inbox)
