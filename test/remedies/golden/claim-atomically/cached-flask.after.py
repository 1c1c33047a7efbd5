from flask import Flask, request
from flask_caching import Cache
from mailer import send

app = Flask(__name__)
cache = Cache(app, config={'CACHE_TYPE': 'RedisCache'})


# The cache must be one that all processes share, such as RedisCache or MemcachedCache.
def claim_event(key):
    return bool(cache.add(f'claimed:{key}', '1', timeout=604800))


def release_event(key):
    cache.delete(f'claimed:{key}')


@app.route('/mails', methods=['POST'])
def mails():
    event = request.get_json()
    claim = 'parcels:{}'.format(event['id'])
    if not claim_event(claim):
        return 'seen', 200
    try:
        send(event['to'], event['text'])
    except Exception:
        release_event(claim)
        raise
    return 'sent', 200
