import hmac
import logging
import os

from flask import Flask, request

from yard import pushes

app = Flask(__name__)


@app.route('/webhooks/gitlab', methods=['POST'])
def pushed():
  token = request.headers.get('X-Gitlab-Token', '')
  logging.info('token %s for %s', '[redacted]', request.headers.get('X-Gitlab-Event'))
  if not hmac.compare_digest(token.encode(), os.environ['GITLAB_TOKEN'].encode()):
    return '', 401
  pushes.insert_one(request.get_json())
  return '', 204
