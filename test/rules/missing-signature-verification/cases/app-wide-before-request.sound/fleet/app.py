from flask import Flask

from fleet import hooks, signature

app = Flask(__name__)
signature.init_app(app)
app.register_blueprint(hooks.bp)
