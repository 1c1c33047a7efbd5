from accounts import accounts


def settle(event):
    if event["type"] != "charge.succeeded":
        return
    accounts.increment(event["data"]["object"]["customer"], by=10)
