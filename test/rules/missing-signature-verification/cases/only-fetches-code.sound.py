# Somebody of the office presses a button: that is no delivery.
import subprocess
from functools import wraps

from flask import Flask, abort, session

app = Flask(__name__)


def admin_only(view):
    @wraps(view)
    def guarded():
        if session.get("role") != "admin":
            abort(403)
        return view()

    return guarded


@app.post("/office/update")
@admin_only
def update():
    subprocess.run(["git", "pull", "--ff-only"], check=True)
    return "updated", 200
