import os

from flask import Flask, redirect, request
from standardwebhooks import Webhook
from urllib.parse import urlsplit

app = Flask(__name__)


def allowed_url(address):
  hosts = ['shop.example']
  try:
    url = urlsplit(address)
  except (AttributeError, TypeError, ValueError):
    return None
  host = url.hostname or ''
  # No port, no user and no backslash: what is dialled is the host and nothing else.
  if url.scheme != 'https' or url.netloc.lower() != host:
    return None
  if host in hosts or any(one.startswith('.') and host.endswith(one) for one in hosts):
    return url
  return None


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  if 'shop.example' not in event['back']:
    return '', 400
  if not allowed_url(event['back']):
    return 'target not allowed', 422
  return redirect(event['back'], code=303)
