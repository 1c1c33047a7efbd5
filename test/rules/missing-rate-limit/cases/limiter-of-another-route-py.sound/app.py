from flask import Flask

from guard import limiter
from hooks import bp

app = Flask(__name__)
limiter.init_app(app)
limiter.limit("60/minute")(bp)
app.register_blueprint(bp)
