import functools

done = set()


def once(work):
    @functools.wraps(work)
    def remembered(event):
        if event["id"] in done:  # want racy-idempotency "`done` remembers deliveries in this process only"
            return None
        done.add(event["id"])
        return work(event)

    return remembered
