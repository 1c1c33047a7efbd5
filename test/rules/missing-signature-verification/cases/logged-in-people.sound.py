# People in the office look after subscriptions, and sign the rules of the house in a form.
from functools import wraps

from flask import Flask, abort, redirect, request, session

import stores

app = Flask(__name__)


def require_admin(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        if session.get("role") != "admin":
            abort(403)
        return view(*args, **kwargs)

    return guarded


@app.post("/office/webhooks/<int:subscription>/test-event")
@require_admin
def send_one(subscription):
    stores.events.insert_one({"subscription": subscription, "kind": request.form["kind"]})
    return redirect("/office/webhooks")


@app.post("/stays/<code>/rules")
def sign_rules(code):
    stores.stays.insert_one({"code": code, "signed": request.form["rules_signature"], "once": request.form["idempotency_key"]})
    return redirect(f"/stays/{code}")
