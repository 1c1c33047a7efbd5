from flask import request

from .signed import signed
from .store import moves


@signed
def crane_moved():
    moves.insert_one({"crane": request.get_json()["crane"]})
    return "", 204


@signed
def ship_docked():
    moves.insert_one({"ship": request.get_json()["ship"]})
    return "", 204
