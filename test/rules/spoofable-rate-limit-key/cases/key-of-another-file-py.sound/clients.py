from flask import request


def client_of():
    return f"{request.remote_addr}"
