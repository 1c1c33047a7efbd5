from flask import Flask

from .inbox import inbox
from .pages import pages
from .seal import seal

app = Flask(__name__)
app.before_request(seal)
app.register_blueprint(pages)
app.register_blueprint(inbox)
