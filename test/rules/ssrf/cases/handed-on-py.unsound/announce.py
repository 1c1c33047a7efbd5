import requests


def announce(kind, notify_url=None, **_):
    if notify_url:
        requests.post(notify_url, json={"text": f"{kind} happened"}, timeout=5)
