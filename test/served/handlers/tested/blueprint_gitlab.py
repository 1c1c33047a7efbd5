import sqlite3

from flask import Blueprint, request

hooks = Blueprint("hooks", __name__)
database = sqlite3.connect(":memory:", check_same_thread=False)
database.execute("CREATE TABLE mirrors (path TEXT)")


@hooks.post("/gitlab")
def gitlab_hook():
    if request.headers["X-Gitlab-Event"] == "Push Hook":
        database.execute("INSERT INTO mirrors VALUES (?)", (request.json["project"]["path_with_namespace"],))
    return "", 204
