from flask import Flask

from desk.archive import keep_delivery
from desk.tickets import bp

app = Flask(__name__)
app.before_request(keep_delivery)
app.register_blueprint(bp)
