import os

from flask import Flask, redirect, request
from standardwebhooks import Webhook

app = Flask(__name__)


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  if 'shop.example' not in event['back']:
    return '', 400
  return redirect(event['back'], code=303)
