import os

from flask import Flask, request

app = Flask(__name__)


def record(route, id):
    with open(os.environ["EFFECTS"], "a") as effects:
        effects.write(f"{route} {id}\n")


@app.post("/github")
def take_github():
    record("github", request.get_json()["id"])
    return "", 204


@app.route("/slack", methods=["POST"])
def take_slack():
    """Slack."""
    record("slack", request.json["id"])
    return {"ok": True}


@app.post("/shopify")
def take_shopify(): record("shopify", request.get_json(force=True)["id"]); return "", 204


@app.post("/stripe")
def take_stripe():
    event = request.get_json()
    record("stripe", event["id"])
    return {"ok": True}


@app.post("/standard-webhooks")
def take_standard():
    record("standard-webhooks", request.json["id"])
    return "", 204


@app.post("/generic-hmac")
def take_generic():
    record("generic-hmac", request.json["id"])
    return "", 204


@app.post("/gitlab")
def take_gitlab():
    record("gitlab", request.json["id"])
    return "", 204


@app.post("/telegram")
def take_telegram():
    record("telegram", request.json["id"])
    return "", 204


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
