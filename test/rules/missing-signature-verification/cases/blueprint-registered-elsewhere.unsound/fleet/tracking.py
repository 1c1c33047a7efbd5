import os

import psycopg2

connection = psycopg2.connect(os.environ["DATABASE_URL"])


def record_status(tracking, status):
    with connection.cursor() as cursor:
        cursor.execute("update parcels set status = %s where tracking = %s", (status, tracking))
    connection.commit()
