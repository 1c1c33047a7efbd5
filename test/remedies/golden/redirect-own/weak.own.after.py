import os

from flask import Flask, redirect, request
from standardwebhooks import Webhook

app = Flask(__name__)


def own_path(target):
  if not isinstance(target, str) or not target.startswith('/') or target.startswith('//'):
    return '/'
  # Browsers take a backslash for a slash, and leave line breaks and tabs out.
  return '/' if any(one == '\\' or one < ' ' for one in target) else target


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  if 'shop.example' not in event['back']:
    return '', 400
  return redirect(own_path(event['back']), code=303)
