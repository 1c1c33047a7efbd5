import hashlib
import hmac
import os
import subprocess
from os.path import isfile, join

from flask import Flask, abort, request

app = Flask(__name__)
KINDS = {"letter", "box"}


@app.before_request
def known_sender():
    wanted = hmac.new(os.environ["PARCEL_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        abort(401)


@app.post("/hooks/parcels")
def parcels():
    parcel = request.get_json()
    meta = {"kind": parcel["kind"], "step": "arrived"}
    scripts = []
    if meta["kind"]:
        scripts.append(join("scripts", "{step}-{kind}".format(**meta)))
    scripts.append(join("scripts", "all"))
    scripts = [script for script in scripts if isfile(script)]
    for script in scripts:
        subprocess.run([script, "--quiet"])  # want injection "decides which program runs"
    return "", 204
