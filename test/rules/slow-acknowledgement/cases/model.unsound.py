import os

import openai
from flask import Flask, abort, request
from standardwebhooks import Webhook

from yard import crates, mailer

app = Flask(__name__)
client = openai.OpenAI()


@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    answer = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "Sum the day up"}])  # want slow-acknowledgement "asks a model"
    crates.update_one({"_id": event["id"]}, {"$set": {"note": answer.id}})
    return "", 204
