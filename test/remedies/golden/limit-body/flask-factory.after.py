import os

from flask import Flask, Blueprint, request, abort, current_app
from standardwebhooks import Webhook

from yard import parcels

hooks = Blueprint('hooks', __name__)


def refuse_large_body():
  if not request.content_length and 'Transfer-Encoding' in request.headers:
    abort(411)
  if (request.content_length or 0) > current_app.config['MAX_CONTENT_LENGTH']:
    abort(413)


@hooks.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  parcels.replace_one({'_id': event['id']}, {'state': event['state']}, upsert=True)
  return '', 204


def create_app():
  application = Flask(__name__)
  application.config['MAX_CONTENT_LENGTH'] = 1024 * 1024
  application.before_request(refuse_large_body)
  application.register_blueprint(hooks)
  return application
