import logging
import os

from flask import Flask, request
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)
log = logging.getLogger('parcels')


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  try:
    parcels.insert_one(request.get_json())
  except Exception as problem:
    return f'could not store the parcel: {problem!r}', 500
  return '', 204
