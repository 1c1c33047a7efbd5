import hashlib
import hmac
import json

from meters.app import create_app

SECRET = "a-secret-for-tests-only"


def test_stores_a_genuine_reading():
    body = json.dumps({"meter": "m-1", "kwh": 4}).encode()
    signature = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    answer = create_app(SECRET).test_client().post("/hooks/meters", data=body, headers={"X-Meter-Signature": signature})
    assert answer.status_code == 204
