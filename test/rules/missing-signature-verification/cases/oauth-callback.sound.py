import os

import requests
from flask import Blueprint, abort, redirect, request, session, url_for

from models import Installation, db

oauth = Blueprint("oauth", __name__)


@oauth.route("/github/callback", methods=["GET", "POST"])
def callback():
    if request.args.get("state") != session.pop("oauth_state", None):
        abort(400)
    answer = requests.post(
        "https://github.com/login/oauth/access_token",
        data={
            "client_id": os.environ["GITHUB_CLIENT_ID"],
            "client_secret": os.environ["GITHUB_CLIENT_SECRET"],
            "code": request.args["code"],
        },
        headers={"Accept": "application/json"},
        timeout=10,
    )
    db.session.add(Installation(token=answer.json()["access_token"]))
    db.session.commit()
    return redirect(url_for("settings"))
