import os

from flask import Flask

from .guard import Guard
from .hay import register


def create_app():
    app = Flask(__name__)
    guard = Guard(os.environ["BARN_KEY"])
    register(app, guard)
    return app
