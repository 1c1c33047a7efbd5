import os
import subprocess

from flask import Blueprint, request
from standardwebhooks import Webhook

from extensions import cache, limiter

hooks = Blueprint('hooks', __name__)


@hooks.route('/webhooks/parcels', methods=['POST'])
@limiter.limit('60/minute')
def moved():
  Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  subprocess.run(['/usr/local/bin/print-label'], check=True)
  return '', 204
