import os

from flask import Flask, request

from releases import record

app = Flask(__name__)


@app.post("/hooks/github")  # want bearer-only-auth "GitHub signs what it sends"
def release():
    parts = request.headers.get("Authorization", "").split(" ")
    if len(parts) != 2 or parts[1] != os.environ["HOOK_TOKEN"]:  # want weak-signature-comparison "constant time"
        return "unauthorized", 401

    if request.headers.get("X-GitHub-Event") == "release":
        record(request.json["release"]["tag_name"])
    return "", 204
