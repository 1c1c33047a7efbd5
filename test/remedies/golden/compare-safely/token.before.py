from os import environ

from flask import abort, request

TOKEN = environ['INBOX_TOKEN']

def inbox():
  if request.headers.get('X-Token') != TOKEN:
    abort(401)
  return ''
