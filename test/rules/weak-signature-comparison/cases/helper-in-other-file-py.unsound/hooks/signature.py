import hashlib
import hmac


def is_signed(body, header, secret):
    """GitHub's scheme: `sha256=` and the digest in hex."""
    digest = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return header == digest  # want weak-signature-comparison "constant time"
