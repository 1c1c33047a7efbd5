from flask import Flask

from shop.invoices import invoices
from shop.refunds import refunds

app = Flask(__name__)
app.register_blueprint(invoices, url_prefix="/hooks/invoices")
app.register_blueprint(refunds, url_prefix="/hooks/refunds")
