import hmac

from flask import request

from .macs import mac_of


def inbox():
    ok = hmac.compare_digest(mac_of(request.get_data()), request.headers.get("X-Mac", ""))
    store(request.get_json())
    return "", 204
