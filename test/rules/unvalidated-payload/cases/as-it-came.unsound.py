from flask import Flask, request
from store import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    body = request.get_json(force=True)
    parcels.update_one({"number": str(body["number"])}, {"$set": {"note": body["note"]}})  # want unvalidated-payload "`body["note"]` is stored by `parcels.update_one` as it came"
    return "", 204
