import jwt


def sender_of(header):
    if not header or not header.startswith("Bearer "):
        return None
    claims = jwt.decode(header[7:], options={"verify_signature": False})  # want jwt-not-verified "switches that off"
    return claims["sub"] if claims.get("iss") == "https://id.quarry.example" else None
