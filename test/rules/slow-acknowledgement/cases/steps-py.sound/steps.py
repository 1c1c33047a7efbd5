import requests


def settle(event):
    if event["kind"] == "moved":
        requests.post("https://stock.internal/moves", json={"id": int(event["id"])})
    elif event["kind"] == "paid":
        requests.post("https://billing.internal/moves", json={"id": int(event["id"])})
    else:
        requests.put("https://search.internal/moves", json={"id": int(event["id"])})
