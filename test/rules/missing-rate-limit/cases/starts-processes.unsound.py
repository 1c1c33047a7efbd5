import subprocess

from flask import Flask

app = Flask(__name__)


@app.post("/hooks/deploy")  # want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
def deploy():
    subprocess.run(["/usr/local/bin/deploy"], check=True)
    return "", 204
