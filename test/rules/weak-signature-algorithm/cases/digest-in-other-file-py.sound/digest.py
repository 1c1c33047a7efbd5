import hashlib
import hmac
import os

SECRET = os.environ["PARCEL_SECRET"]


def digest_of(body):
    return hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
