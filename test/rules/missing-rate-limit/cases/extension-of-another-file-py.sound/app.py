from flask import Flask

from extensions import limiter
from hooks import bp

app = Flask(__name__)
limiter.init_app(app)
app.register_blueprint(bp)
