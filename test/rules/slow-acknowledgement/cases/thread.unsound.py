import os

import openai
from flask import Flask, abort, request
from standardwebhooks import Webhook


app = Flask(__name__)
client = openai.OpenAI()


def summarise(event):
    answer = client.responses.create(model="gpt-4o-mini", input="Sum up " + str(int(event["id"])))  # want slow-acknowledgement "asks a model"
    return answer.output_text



@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    summarise(event)
    return "", 204
