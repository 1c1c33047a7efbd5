from flask import Flask, jsonify, request
from store import Account, db
import provider

app = Flask(__name__)

@app.route('/payments', methods=['POST'])
def payments():
    try:
        event = provider.construct_event(request.data, request.headers.get('Payment-Signature'))
        account = Account.query.get(event['account'])
        account.balance += event['amount']
        db.session.commit()
        return jsonify(balance=account.balance)
    except provider.Refused:
        return jsonify(error='no'), 400
