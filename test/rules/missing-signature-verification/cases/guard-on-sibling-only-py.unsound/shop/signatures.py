import hashlib
import hmac
import os


def genuine(raw: bytes, header: str) -> bool:
    key = os.environ["LEDGER_SECRET"].encode()
    expected = hmac.new(key, raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, header)
