import os

from flask import Flask, request
from standardwebhooks import Webhook

app = Flask(__name__)


@app.route('/webhooks/tags', methods=['POST'])
def tagged():
  event = Webhook(os.environ['PUSH_KEY']).verify(request.get_data(), dict(request.headers))
  os.system('deploy {} --quiet'.format(event['tag']))
  return '', 204
