from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

from decorators import logged, once, signed_by
from models import Invoice, db

app = Flask(__name__)
csrf = CSRFProtect(app)


@app.route("/hooks/invoices", methods=["POST"])
@csrf.exempt
@logged("invoices")
@signed_by("INVOICE_SECRET", header="X-Invoice-Signature")
@once(key="X-Invoice-Delivery")
def invoice_issued():
    body = request.get_json()
    db.session.add(Invoice(number=body["number"], cents=body["cents"]))
    db.session.commit()
    return "", 204
