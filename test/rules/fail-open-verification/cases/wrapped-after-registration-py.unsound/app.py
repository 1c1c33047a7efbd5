from flask import Flask

from inbox.receiver import Receiver

app = Flask(__name__)
Receiver(app)
