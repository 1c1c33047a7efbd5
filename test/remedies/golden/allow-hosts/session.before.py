import os

from flask import Blueprint, request
import requests
from standardwebhooks import Webhook

hooks = Blueprint('hooks', __name__)
session = requests.Session()


@hooks.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  if 'labels.example.com' not in event['callback']:
    return '', 400
  session.post(event['callback'], {'moved': event['id']}, timeout=5)
  return '', 204
