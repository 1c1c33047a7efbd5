import flask, os
from flask import (
  Blueprint,
  jsonify,
)

inbox = Blueprint('inbox', __name__)

@inbox.route('/inbox', methods=['GET', 'POST'])
def receive():
  if flask.request.method == 'GET':
    return 'here'
  os.makedirs(flask.request.json['folder'])
  return jsonify({'ok': True})
