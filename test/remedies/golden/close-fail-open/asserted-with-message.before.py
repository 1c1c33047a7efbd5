from flask import request


def inbox():
  if request.data:
    assert same(mac_of(request.data), request.headers.get("X-Mac")), 'wrong signature'
  store(request.json)
  return '', 204
