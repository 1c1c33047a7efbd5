from flask_restx import Namespace, Resource, fields

from .store import sailings

ns = Namespace("hooks", description="Deliveries of the booking office")
sailing = ns.model("Sailing", {"quay": fields.String(required=True), "cars": fields.Integer})


@ns.route("/sailings")
class Sailings(Resource):
    @ns.expect(sailing, validate=True)
    @ns.doc("receive_sailing")
    def post(self):  # want missing-signature-verification "/hooks/sailings has no signature check"
        sailings.insert_one({"quay": ns.payload["quay"], "cars": ns.payload["cars"]})
        return {"ok": True}, 201
