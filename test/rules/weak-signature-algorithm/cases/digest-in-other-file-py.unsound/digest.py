import hashlib
import os

SECRET = os.environ["PARCEL_SECRET"]


def digest_of(body):
    return hashlib.sha256(SECRET.encode() + body).hexdigest()
