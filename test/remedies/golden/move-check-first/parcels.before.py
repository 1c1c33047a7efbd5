import os

from flask import Flask, abort, request
from standardwebhooks import Webhook, WebhookVerificationError

from parcels import parcels

app = Flask(__name__)


@app.post("/inbox")
def inbox():
	parcel = request.get_json()
	parcels.insert_one({"id": parcel["id"]})
	hook = Webhook(os.environ["DEPOT_KEY"])
	try:
		hook.verify(request.get_data(), dict(request.headers))
	except WebhookVerificationError:
		abort(401)
	return "", 204
