from hmac import compare_digest as _cd


def safe_compare(a: str, b: str) -> bool:
    return _cd(a.encode("utf-8"), b.encode("utf-8"))
