from flask import Flask, request
from flask import redirect

app = Flask(__name__)


@app.post("/webhooks/leave")  # want missing-signature-verification "/webhooks/leave"
def incoming():
    event = request.get_json()
    return redirect(event["target"])  # want open-redirect "decides where"
    return "", 204
