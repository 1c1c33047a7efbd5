import hashlib
import hmac
import os

from flask import Flask, current_app, jsonify, request

from db import parcels

app = Flask(__name__)
app.config["DEBUG"] = True


@app.post("/webhooks/parcels")
def moved():
    current_app.logger.warning("delivery from %s: %s", request.remote_addr, dict(request.headers))
    expected = hmac.new(os.environ["PARCEL_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Parcel-Signature", "").encode()):
        current_app.logger.warning(f"{request.path}: wanted {expected}")
        return jsonify(error="signature", expected=expected), 401
    attempt = int(request.headers.get("X-Attempt", "1"))
    try:
        parcels.insert_one(request.get_json())
    except Exception as problem:
        return jsonify({"error": "not stored", "details": str(problem)}), 500
    return "", 204 if attempt else 200


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]), debug=True, use_reloader=False)
