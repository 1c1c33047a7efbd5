import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post("/inbox/github")  # want missing-signature-verification "no signature"
def on_push():
    event = request.headers.get("X-GitHub-Event")
    if event == "ping":
        return {"msg": "pong"}
    if event != "push":
        return {"msg": "ignored"}, 202

    payload = request.json
    if payload["ref"] == "refs/heads/main":
        subprocess.run(["git", "pull"], cwd="/srv/site", check=True)
        subprocess.run(["make", "site"], cwd="/srv/site", check=True)
    return {"msg": "built"}


if __name__ == "__main__":
    app.run(port=9000)
