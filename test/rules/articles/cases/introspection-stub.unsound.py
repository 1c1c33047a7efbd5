from flask import Flask, request

from events import process_event

app = Flask(__name__)


@app.route("/webhook/stripe", methods=["POST"])
def with_introspection():
    header = request.headers.get("Authorization")
    if not header or not header.startswith("Bearer "):
        return "Unauthorized", 401
    if not validate_token_introspection(header.split(" ")[1]):
        return "Forbidden", 403

    process_event(request.json)
    return "ok", 200


def validate_token_introspection(token):
    # ask the identity provider whether the token is active, and for whom
    return True  # want fail-open-verification "always accepts"
