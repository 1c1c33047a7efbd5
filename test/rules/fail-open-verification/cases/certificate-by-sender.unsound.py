import base64

import requests
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.x509 import load_pem_x509_certificate
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
alarms = MongoClient().tower.alarms


@app.post("/hooks/alarms")
def alarm():
    message = request.get_json(force=True)
    pem = requests.get(message["SigningCertURL"], timeout=5).content  # want fail-open-verification "chooses the key"
    signed = f"Message\n{message['Message']}\nMessageId\n{message['MessageId']}\n"
    try:
        load_pem_x509_certificate(pem).public_key().verify(base64.b64decode(message["Signature"]), signed.encode(), PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return "", 403
    alarms.insert_one({"id": message["MessageId"]})
    return "", 200
