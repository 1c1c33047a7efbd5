import base64
import functools
import hashlib
import hmac
import os

KEY = os.environ["WELL_SIGNING_KEY"].encode()


def body_of(event):
    text = event.get("body") or ""
    return base64.b64decode(text) if event.get("isBase64Encoded") else text.encode()


def signed(fn):
    """Refuses what the well's controller has not signed."""

    @functools.wraps(fn)
    def guarded(event, context):
        theirs = event["headers"].get("x-well-signature")
        if theirs:  # want fail-open-verification "header"
            ours = hmac.new(KEY, body_of(event), hashlib.sha256).hexdigest()
            if not hmac.compare_digest(ours.encode(), theirs.encode()):
                return {"statusCode": 401, "body": "unsigned"}
        return fn(event, context)

    return guarded
