import hashlib
import hmac
import json

from flask import Flask, abort, request

from models import Event, Tenant, db

app = Flask(__name__)


@app.post("/hooks/tenants/<slug>")
def tenant_event(slug):
    raw = request.get_data()
    claimed = json.loads(raw)
    tenant = Tenant.query.filter_by(slug=slug, account_id=claimed["account"]).first_or_404()
    if not tenant.hook_secret:
        abort(404)

    expected = hmac.new(tenant.hook_secret.encode(), raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Tenant-Signature", "")):
        abort(401)

    db.session.add(Event(tenant_id=tenant.id, kind=claimed["kind"]))
    db.session.commit()
    return "", 202
