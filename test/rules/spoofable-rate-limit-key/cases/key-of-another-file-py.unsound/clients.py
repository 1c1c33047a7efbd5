from flask import request


def client_of():
    return request.headers.get("X-Client-Id", "anybody")
