from flask import Blueprint

from . import views

bp = Blueprint("loom", __name__)
bp.add_url_rule("/hooks/orders", "orders", views.orders, methods=["POST"])
bp.add_url_rule("/hooks/yarn", view_func=views.signed(views.yarn), methods=["POST"])
