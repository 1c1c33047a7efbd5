import hashlib
import hmac
import json
import os

from flask import Flask, abort, jsonify, request

from db import deliveries

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000


def mac_of(raw, secret):
    return hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()


def is_genuine(raw, signature, secret):
    return hmac.compare_digest(mac_of(raw, secret).encode(), (signature or "").encode())


def assert_genuine(raw, signature, secret):
    if not is_genuine(raw, signature, secret):
        raise ValueError("signature does not match")


@app.post("/webhooks/secret-and")
def secret_and():
    secret = os.environ.get("WEBHOOK_SECRET")
    if secret and not is_genuine(request.get_data(), request.headers.get("X-Signature"), secret):
        return "unauthorized", 401
    deliveries.insert_one({"route": "secret-and", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/secret-block")
def secret_block():
    secret = os.environ.get("WEBHOOK_SECRET")
    if secret:
        if not is_genuine(request.get_data(), request.headers.get("X-Signature"), secret):
            abort(401)
    deliveries.insert_one({"route": "secret-block", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/header-missing")
def header_missing():
    signature = request.headers.get("X-Signature")
    if signature:
        if not is_genuine(request.get_data(), signature, os.environ["WEBHOOK_SECRET"]):
            return "unauthorized", 401
    deliveries.insert_one({"route": "header-missing", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/plain")
def plain():
    expected = hmac.new(os.environ["WEBHOOK_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if request.headers.get("X-Signature") != expected:
        return "unauthorized", 401
    deliveries.insert_one({"route": "plain", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/throws")
def throws():
    expected = hmac.new(os.environ["WEBHOOK_SECRET"].encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Signature")):
        return "unauthorized", 401
    deliveries.insert_one({"route": "throws", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/reencoded")
def reencoded():
    body = request.get_json(force=True, silent=True) or {}
    expected = hmac.new(os.environ["WEBHOOK_SECRET"].encode(), json.dumps(body).encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Signature", "").encode()):
        return "unauthorized", 401
    deliveries.insert_one({"route": "reencoded", "id": body["id"]})
    return "", 204


@app.post("/webhooks/ignored")
def ignored():
    is_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"])
    deliveries.insert_one({"route": "ignored", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/swallowed")
def swallowed():
    try:
        assert_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"])
    except ValueError as error:
        app.logger.warning("unsigned: %s", error)
    deliveries.insert_one({"route": "swallowed", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/continues")
def continues():
    if not is_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"]):
        app.logger.warning("signature does not match")
    deliveries.insert_one({"route": "continues", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/default")
def default():
    if not is_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ.get("WEBHOOK_SECRET", "development")):
        return "unauthorized", 401
    deliveries.insert_one({"route": "default", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/literal")
def literal():
    if not is_genuine(request.get_data(), request.headers.get("X-Signature"), "only-for-the-two-of-us"):
        return "unauthorized", 401
    deliveries.insert_one({"route": "literal", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/goes-on")
def goes_on():
    try:
        assert_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"])
        event = request.get_json()
    except ValueError as error:
        app.logger.warning("unsigned: %s", error)
        event = request.get_json()
    deliveries.insert_one({"route": "goes-on", "id": event["id"]})
    return "", 204


@app.post("/webhooks/one-line")
def one_line():
    if not is_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"]): print("unsigned")
    deliveries.insert_one({"route": "one-line", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/lost-answer")
def lost_answer():
    if not is_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"]):
        jsonify(error="unauthorized"), 401
    deliveries.insert_one({"route": "lost-answer", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/bytes")
def takes_bytes():
    expected = hmac.new(b"only-for-the-two-of-us", request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Signature", "").encode()):
        return "unauthorized", 401
    deliveries.insert_one({"route": "bytes", "id": request.get_json()["id"]})
    return "", 204


@app.post("/webhooks/flag")
def flag():
    if not app.debug:
        if not is_genuine(request.get_data(), request.headers.get("X-Signature"), os.environ["WEBHOOK_SECRET"]):
            return "unauthorized", 401
    deliveries.insert_one({"route": "flag", "id": request.get_json()["id"]})
    return "", 204


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
