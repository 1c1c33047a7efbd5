from flask import request
from flask_restful import Resource, reqparse

from .batches import batches
from .signed import signed

parser = reqparse.RequestParser()
parser.add_argument("batch", required=True)
parser.add_argument("celsius", type=int)


class FiringHook(Resource):
    method_decorators = {"post": [signed]}

    def get(self):
        return {"batches": batches.count_documents({})}

    def post(self):
        args = parser.parse_args()
        batches.insert_one({"batch": args["batch"], "celsius": args["celsius"], "from": request.remote_addr})
        return {"ok": True}, 201
