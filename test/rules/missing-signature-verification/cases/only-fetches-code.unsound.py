import subprocess

import git
from flask import Flask

app = Flask(__name__)


@app.post("/update_server")  # want missing-signature-verification "no signature check"
def update_server():
    git.Repo("/srv/depot").remotes.origin.pull()
    subprocess.run(["systemctl", "restart", "depot"], check=True)
    return "updated", 200
