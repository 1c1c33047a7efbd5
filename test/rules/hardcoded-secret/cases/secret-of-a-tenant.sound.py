import hashlib
import hmac

from cryptography.fernet import Fernet
from flask import Flask, abort, current_app, request

from models import Event, Tenant, db

app = Flask(__name__)
app.config.from_prefixed_env()


@app.post("/hooks/<slug>")
def tenant_event(slug):
    tenant = Tenant.query.filter_by(slug=slug).first_or_404()
    key = Fernet(current_app.config["FERNET_KEY"]).decrypt(tenant.hook_secret)
    mine = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Tenant-Signature", "")):
        abort(401)
    db.session.add(Event(tenant_id=tenant.id, kind=request.get_json()["kind"]))
    db.session.commit()
    return "", 202
