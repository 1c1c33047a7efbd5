import requests


def notify(event):
    for url in event["subscribers"]:
        requests.get("https://hub.internal/tell?about=" + str(int(url)), timeout=5)  # want slow-acknowledgement "in a loop"
