import os

from flask import Flask, Blueprint, request
from standardwebhooks import Webhook

from yard import parcels

hooks = Blueprint('hooks', __name__)


@hooks.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  parcels.replace_one({'_id': event['id']}, {'state': event['state']}, upsert=True)
  return '', 204


def create_app():
  application = Flask(__name__)
  application.register_blueprint(hooks)
  return application
