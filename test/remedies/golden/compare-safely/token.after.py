import hmac
from os import environ

from flask import abort, request

TOKEN = environ['INBOX_TOKEN']


def safe_equal(left, right):
  if isinstance(left, str):
    left = left.encode()
  if isinstance(right, str):
    right = right.encode()
  return isinstance(left, bytes) and isinstance(right, bytes) and hmac.compare_digest(left, right)


def inbox():
  if not safe_equal(request.headers.get('X-Token'), TOKEN):
    abort(401)
  return ''
