from flask import Flask

from hooks import bp

app = Flask(__name__)
app.register_blueprint(bp)
