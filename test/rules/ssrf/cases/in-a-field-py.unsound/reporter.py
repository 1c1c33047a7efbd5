import requests


class Reporter:
    def __init__(self, address):
        self.address = address

    def report(self, state):
        requests.post(self.address, data=state, timeout=5)
