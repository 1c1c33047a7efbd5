import functools

from hooks.store import connection


def once(work):
    @functools.wraps(work)
    def claimed(event):
        with connection() as db:
            cursor = db.cursor()
            cursor.execute("INSERT INTO done (id) VALUES (%s) ON CONFLICT DO NOTHING RETURNING id", (event["id"],))
            if cursor.fetchone() is None:
                return None
            work(event)
            db.commit()
        return None

    return claimed
