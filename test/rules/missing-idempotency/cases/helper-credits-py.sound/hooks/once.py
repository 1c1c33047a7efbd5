import functools

from redis import Redis

redis = Redis()


def once(work):
    @functools.wraps(work)
    def claimed(event):
        if not redis.set(f"handled:{event['id']}", "1", nx=True, ex=604_800):
            return None
        try:
            return work(event)
        except Exception:
            redis.delete(f"handled:{event['id']}")
            raise

    return claimed
