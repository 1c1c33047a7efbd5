from flask import Flask

from .handlers import HANDLERS
from .signed import signed

app = Flask(__name__)

app.add_url_rule("/hooks/made", "made", signed(HANDLERS["made"]), methods=["POST"])
app.add_url_rule("/hooks/sold", "sold", signed(HANDLERS["sold"]), methods=["POST"])
