from hooks.store import Visit, db


def settle(event):
    db.session.add(Visit(amount=event["data"]["object"]["amount"], customer=event["data"]["object"]["customer"]))
    db.session.commit()
