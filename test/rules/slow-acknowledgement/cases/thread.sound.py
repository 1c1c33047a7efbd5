import os
import threading

import openai
from flask import Flask, abort, request
from standardwebhooks import Webhook


app = Flask(__name__)
client = openai.OpenAI()


def summarise(crate):
    return client.responses.create(model="gpt-4o-mini", input="Sum the day up").output_text



@app.post("/hooks/crates")
def moved():
    Webhook(os.environ["CRATE_KEY"]).verify(request.get_data(), dict(request.headers))
    event = request.get_json()
    threading.Thread(target=summarise, args=(event["id"],)).start()
    return "", 204
