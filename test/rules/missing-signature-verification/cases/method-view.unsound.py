from flask import Flask, request
from flask.views import MethodView

from crm import contacts

app = Flask(__name__)


class LeadHook(MethodView):
    def get(self):
        return "ok"

    def post(self):  # want missing-signature-verification "no signature"
        lead = request.get_json(force=True)
        contacts.insert_one({"email": lead["email"], "name": lead["name"], "source": "ads"})
        return {"status": "stored"}, 201


app.add_url_rule("/webhooks/leads", view_func=LeadHook.as_view("lead_hook"))
