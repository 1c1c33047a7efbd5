import os

from flask import Flask, request

app = Flask(__name__)


def record(route, id):
    with open(os.environ["EFFECTS"], "a") as effects:
        effects.write(f"{route} {id}\n")


@app.post("/stripe")
def take_stripe():
    event = request.get_json()
    record("stripe", event["id"])
    return {"ok": True}


@app.post("/twilio")
def take_twilio():
    record("twilio", request.form["MessageSid"])
    return "<Response/>"


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
