from flask import Flask

from .views import crane_moved, ship_docked

RULES = [
    ("/hooks/cranes", "cranes", crane_moved),
    ("/hooks/ships", "ships", ship_docked),
]


def create_app():
    app = Flask(__name__)
    for rule, name, view in RULES:
        app.add_url_rule(rule, name, view, methods=["POST"])
    return app
