import hashlib
import hmac

from flask import Flask, abort, request

from models import Event, Tenant, db

app = Flask(__name__)


@app.post("/hooks/tenants/<int:tenant_id>")
def tenant_event(tenant_id):
    tenant = Tenant.query.get_or_404(tenant_id)
    if tenant.webhook_secret:  # want fail-open-verification "secret is unset"
        expected = hmac.new(tenant.webhook_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, request.headers.get("X-Tenant-Signature", "")):
            abort(401)

    db.session.add(Event(tenant_id=tenant.id, kind=request.get_json()["kind"]))
    db.session.commit()
    return "", 202
