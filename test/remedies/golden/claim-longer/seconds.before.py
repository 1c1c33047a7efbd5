from cache import cache


def is_first(event):
    return cache.add("parcel:" + event["id"], 1, timeout=300)
