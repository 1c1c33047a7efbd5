import requests


def settle(event):
    requests.post("https://stock.internal/moves", json={"id": int(event["id"])})
    requests.post("https://billing.internal/moves", json={"id": int(event["id"])})
    requests.put("https://search.internal/moves", json={"id": int(event["id"])})  # want slow-acknowledgement "makes 3 calls out"
