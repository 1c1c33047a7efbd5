from flask import Flask, jsonify, request
from sqlalchemy.exc import IntegrityError, OperationalError
from store import Account, db
import provider

handled_events = db.Table('handled_events', db.Column('id', db.String(255), primary_key=True))

app = Flask(__name__)


# The table needs a migration, or `metadata.create_all`.
def claim_event(key):
    for attempt in range(5):
        try:
            db.session.execute(handled_events.insert().values(id=key))
            db.session.commit()
            return True
        except IntegrityError:
            db.session.rollback()
            return False
        except OperationalError as error:
            db.session.rollback()
            state = getattr(error.orig, 'pgcode', None) or getattr(error.orig, 'sqlstate', None)
            if state != '40001' or attempt == 4:
                raise
    return False


def release_event(key):
    db.session.rollback()
    db.session.execute(handled_events.delete().where(handled_events.c.id == key))
    db.session.commit()


@app.route('/payments', methods=['POST'])
def payments():
    try:
        event = provider.construct_event(request.data, request.headers.get('Payment-Signature'))
        account = Account.query.get(event['account'])
        claim = f'payments:{event["id"]}'
        if not claim_event(claim):
            return '', 200
        try:
            account.balance += event['amount']
            db.session.commit()
            return jsonify(balance=account.balance)
        except Exception:
            release_event(claim)
            raise
    except provider.Refused:
        return jsonify(error='no'), 400
