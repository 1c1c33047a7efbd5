from flask import Flask

from .flour import flour
from .gate import gate

app = Flask(__name__)
app.register_blueprint(gate)
app.register_blueprint(flour, url_prefix="/hooks")
