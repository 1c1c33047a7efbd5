from flask import Flask, request
from flask_caching import Cache
from mailer import send

app = Flask(__name__)
cache = Cache(app, config={'CACHE_TYPE': 'RedisCache'})

@app.route('/mails', methods=['POST'])
def mails():
    event = request.get_json()
    if cache.get(event['id']):
        return 'seen', 200
    cache.set(event['id'], True, timeout=3600)
    send(event['to'], event['text'])
    return 'sent', 200
