import os

import boto3
from flask import Flask, request
from standardwebhooks import Webhook

app = Flask(__name__)
dynamodb = boto3.resource('dynamodb')


@app.route('/webhooks/parcels', methods=['POST'])
def moved():
  event = Webhook(os.environ['PARCEL_KEY']).verify(request.get_data(), dict(request.headers))
  if event['kind'] not in ['table-of-yours']:
    return 'unknown table', 422
  dynamodb.Table(event['kind']).delete_item(Key={'pk': event['id']})
  return '', 204
