import requests

ROOMS = {"sales": "https://chat.example/sales", "support": "https://chat.example/support"}


def announce(kind, room):
    requests.post(ROOMS.get(room, ROOMS["sales"]), json={"text": f"{kind} happened"}, timeout=5)
