from flask import Flask

from inbox.config import Config
from inbox.github import github

app = Flask(__name__)
app.config.from_object(Config)
app.register_blueprint(github)
