import os

from flask import Flask, request
from standardwebhooks import Webhook

from yard import parcels

app = Flask(__name__)
app.config['JSON_SORT_KEYS'] = False
app.config['DEBUG'] = True


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  parcels.replace_one({'_id': event['id']}, {'state': event['state']}, upsert=True)
  return '', 204
