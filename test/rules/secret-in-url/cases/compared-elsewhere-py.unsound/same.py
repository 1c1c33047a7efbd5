import hmac
import os


def is_secret(sent):
    return hmac.compare_digest(sent.encode(), os.environ["PARCEL_SECRET"].encode())  # want secret-in-url "in the path"
