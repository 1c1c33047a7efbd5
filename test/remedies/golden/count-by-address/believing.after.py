import os

from flask import Flask, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)
limiter = Limiter(key_func=get_remote_address, app=app)


@app.route('/webhooks/parcels', methods=['POST'])
@limiter.limit('60/minute')
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  parcels.replace_one({'_id': event['id']}, {'state': event['state']}, upsert=True)
  return '', 204
