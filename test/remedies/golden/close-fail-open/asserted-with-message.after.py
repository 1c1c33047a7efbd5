from flask import request


def inbox():
  if request.data:
    if not same(mac_of(request.data), request.headers.get("X-Mac")):
      return 'Invalid signature.', 401
  store(request.json)
  return '', 204
