from flask import request

from .store import bales


def register(app):
    @app.post("/hooks/bales")  # want missing-signature-verification "no signature check"
    def bale():
        bales.insert_one({"kilos": request.get_json()["kilos"]})
        return "", 204
