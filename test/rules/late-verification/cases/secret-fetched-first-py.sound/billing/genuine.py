import hmac


def is_genuine(secret: str, raw: bytes, header: str) -> bool:
    return hmac.compare_digest(hmac.new(secret.encode(), raw, "sha256").hexdigest(), header)
