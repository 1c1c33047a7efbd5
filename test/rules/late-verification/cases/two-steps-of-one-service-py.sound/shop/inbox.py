import hashlib
import hmac
import json

import psycopg


class Unsigned(Exception):
    pass


class OrderInbox:
    def __init__(self, secret):
        self._secret = secret.encode()
        self._connection = psycopg.connect()

    def open(self, raw, header):
        expected = hmac.new(self._secret, raw, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, header):
            raise Unsigned("this order was not signed by the shop")
        return json.loads(raw)

    def store(self, order):
        self._connection.execute(
            "insert into orders (id, cents) values (%s, %s) on conflict do nothing", (order["id"], order["cents"])
        )
        self._connection.commit()
