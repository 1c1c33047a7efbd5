import os

from flask import Flask, request
from standardwebhooks import Webhook
from subprocess import run

app = Flask(__name__)


@app.route('/webhooks/tags', methods=['POST'])
def tagged():
  event = Webhook(os.environ['PUSH_KEY']).verify(request.get_data(), dict(request.headers))
  run(['deploy', event['tag'], '--quiet'], check=False)
  return '', 204
