import hashlib
import hmac
import os


def is_genuine(event):
    mac = hmac.new(os.environ["SPRING_KEY"].encode(), event["body"].encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(mac, event["headers"].get("x-spring-signature", ""))
