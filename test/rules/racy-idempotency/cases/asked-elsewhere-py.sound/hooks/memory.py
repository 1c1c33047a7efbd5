from redis import Redis

redis = Redis()


def is_new(event_id):
    return bool(redis.set(f"handled:{event_id}", "at work", nx=True, ex=604_800))


def remember(event_id):
    redis.set(f"handled:{event_id}", "done", ex=604_800)
