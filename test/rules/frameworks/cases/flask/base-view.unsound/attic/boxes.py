from flask import Blueprint, request

from .store import boxes
from .views import SignedView

bp = Blueprint("boxes", __name__)


class BoxHook(SignedView):
    def post(self):
        boxes.insert_one({"label": request.get_json()["label"]})
        return "", 204


bp.add_url_rule("/hooks/boxes", view_func=BoxHook.as_view("boxes"))
