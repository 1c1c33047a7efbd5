from flask import request

from .store import toys


def made():
    toys.insert_one({"toy": request.get_json()["toy"]})
    return "", 204


def sold():
    toys.delete_one({"toy": request.get_json()["toy"]})
    return "", 204


HANDLERS = {"made": made, "sold": sold}
