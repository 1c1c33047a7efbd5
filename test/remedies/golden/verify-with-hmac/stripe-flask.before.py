"""Takes payments."""
from flask import Flask, jsonify, request

from .store import save

app = Flask(__name__)


@app.post("/payments")
def payments():
    """Stores a payment."""
    # what was paid
    event = request.get_json()
    save(event["id"], event["data"]["object"])
    return jsonify(ok=True)


if __name__ == "__main__":
    app.run()
