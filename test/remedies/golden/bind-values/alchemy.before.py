import os

from flask import Flask, request
from sqlalchemy import text
from standardwebhooks import Webhook

from models import db

app = Flask(__name__)


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  db.session.execute(text("DELETE FROM parcels WHERE title = '%s' AND state = '%s'" % (event['title'], event['state'])))
  return '', 204
