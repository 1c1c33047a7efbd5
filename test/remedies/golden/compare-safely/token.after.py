import hmac
from os import environ

from flask import abort, request

TOKEN = environ['INBOX_TOKEN']


def safe_equal(left, right):
  if left is None or right is None:
    return False
  left = left if isinstance(left, bytes) else str(left).encode()
  right = right if isinstance(right, bytes) else str(right).encode()
  return hmac.compare_digest(left, right)


def inbox():
  if not safe_equal(request.headers.get('X-Token'), TOKEN):
    abort(401)
  return ''
