from redis import Redis

redis = Redis()


def is_new(event_id):
    return redis.get(f"handled:{event_id}") is None  # want racy-idempotency "`redis.get` asks, `accounts.increment` works, and only then `redis.set` notes"


def remember(event_id):
    redis.set(f"handled:{event_id}", "1", ex=604_800)
