import subprocess

from flask import Flask, abort, request


app = Flask(__name__)


@app.post("/hooks/crates")
def moved():
    subprocess.run(["/usr/local/bin/print-label"], check=True)
    return "", 204
