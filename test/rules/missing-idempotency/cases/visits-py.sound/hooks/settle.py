from sqlalchemy.exc import IntegrityError

from hooks.store import Visit, db


def settle(event):
    db.session.add(Visit(amount=event["data"]["object"]["amount"], charge=event["data"]["object"]["id"]))
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
