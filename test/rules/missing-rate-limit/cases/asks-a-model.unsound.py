import os

from flask import Flask, abort, request
from standardwebhooks import Webhook
from openai import OpenAI

from yard import notes

app = Flask(__name__)
client = OpenAI()


@app.post("/hooks/crates")  # want missing-rate-limit "Nothing limits how often"
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    answer = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "Write a greeting"}])
    notes.append(answer)
    return "", 204
