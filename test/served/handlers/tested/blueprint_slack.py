import sqlite3

from flask import Blueprint, request

hooks = Blueprint('hooks', __name__, url_prefix='/slack')
database = sqlite3.connect(':memory:', check_same_thread=False)
database.execute('CREATE TABLE messages (body TEXT)')


@hooks.route('/events', methods=['POST'])
def slack_events():
    payload = request.get_json()
    retried = request.headers.get('X-Slack-Retry-Num')
    if payload['type'] == 'event_callback' and retried is None:
        database.execute('INSERT INTO messages VALUES (?)', (payload['event']['text'],))
    return '', 200
