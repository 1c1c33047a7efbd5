import os

import jwt


def sender_of(header):
    if not header or not header.startswith("Bearer "):
        return None
    try:
        claims = jwt.decode(header[7:], os.environ["QUARRY_KEY"], algorithms=["RS256"], audience="blasts", issuer="https://id.quarry.example")
    except jwt.PyJWTError:
        return None
    return claims["sub"]
