import base64
import hashlib
import hmac
import time

import flask, os
from flask import (
  Blueprint,
  jsonify,
)

inbox = Blueprint('inbox', __name__)


def is_genuine_standard_webhooks_delivery(
  raw_body, signature, timestamp, delivery_id, secret
):
  if not signature or not timestamp or not delivery_id:
    return False
  if not timestamp.isdecimal() or abs(time.time() - float(timestamp)) > 300:
    return False
  key = base64.b64decode(secret.removeprefix('whsec_'))
  if not key:
    return False
  digest = base64.b64encode(
    hmac.new(key, f'{delivery_id}.{timestamp}.'.encode() + raw_body, hashlib.sha256).digest(),
  ).decode()
  for candidate in signature.split(' '):
    if hmac.compare_digest(candidate.encode(), f'v1,{digest}'.encode()):
      return True
  return False


@inbox.route('/inbox', methods=['GET', 'POST'])
def receive():
  if flask.request.method == 'GET':
    return 'here'
  secret = os.environ.get('STANDARD_WEBHOOKS_SECRET')
  if not secret:
    return 'Webhook secret is not configured.', 500
  raw_body = flask.request.get_data()
  signature = flask.request.headers.get('Webhook-Signature')
  timestamp = flask.request.headers.get('Webhook-Timestamp')
  delivery_id = flask.request.headers.get('Webhook-Id')
  if not is_genuine_standard_webhooks_delivery(
    raw_body, signature, timestamp, delivery_id, secret
  ):
    return 'Invalid signature.', 401
  os.makedirs(flask.request.json['folder'])
  return jsonify({'ok': True})
