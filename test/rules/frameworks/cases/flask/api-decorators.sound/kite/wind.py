from flask import request
from flask_restful import Resource

from .store import winds


class WindHook(Resource):
    def post(self):
        winds.insert_one({"knots": request.get_json()["knots"]})
        return {}, 201
