from flask import Blueprint

from . import views

bp = Blueprint("loom", __name__)
bp.add_url_rule("/hooks/orders", "orders", views.orders, methods=["POST"])
bp.add_url_rule("/hooks/yarn", view_func=views.yarn, methods=["POST"])  # want missing-signature-verification "/hooks/yarn has no signature check"
