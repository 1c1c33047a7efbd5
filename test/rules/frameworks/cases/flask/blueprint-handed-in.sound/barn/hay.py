from flask import request

from .guard import Guard
from .store import bales


def register(app, guard: Guard):
    @app.post("/hooks/bales")
    @guard.required
    def bale():
        bales.insert_one({"kilos": request.get_json()["kilos"]})
        return "", 204
