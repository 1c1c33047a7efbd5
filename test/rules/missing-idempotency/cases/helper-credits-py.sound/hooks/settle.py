from accounts import accounts

from hooks.once import once


@once
def settle(event):
    if event["type"] != "charge.succeeded":
        return
    accounts.increment(event["data"]["object"]["customer"], by=10)
