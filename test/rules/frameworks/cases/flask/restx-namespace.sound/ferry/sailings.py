import hashlib
import hmac
import os

from flask import request
from flask_restx import Namespace, Resource, fields

from .store import sailings

ns = Namespace("hooks", description="Deliveries of the booking office")
sailing = ns.model("Sailing", {"quay": fields.String(required=True), "cars": fields.Integer})


def check():
    mac = hmac.new(os.environ["FERRY_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Ferry-Signature", "")):
        ns.abort(401, "unsigned")


@ns.route("/sailings")
class Sailings(Resource):
    @ns.expect(sailing, validate=True)
    @ns.doc("receive_sailing")
    def post(self):
        check()
        sailings.insert_one({"quay": ns.payload["quay"], "cars": ns.payload["cars"]})
        return {"ok": True}, 201
