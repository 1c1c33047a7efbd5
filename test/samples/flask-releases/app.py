import os
import sqlite3

from flask import Flask, request

app = Flask(__name__)


def database():
    connection = sqlite3.connect(os.environ.get("RELEASES_DB", "releases.db"))
    connection.execute("CREATE TABLE IF NOT EXISTS releases (repository TEXT, tag TEXT, notes TEXT)")
    return connection


@app.get("/releases")
def list_releases():
    with database() as connection:
        rows = connection.execute("SELECT repository, tag FROM releases").fetchall()
    return {"releases": [{"repository": repository, "tag": tag} for repository, tag in rows]}


@app.post("/webhooks/github")
def receive_release():
    if request.headers.get("X-GitHub-Event") != "release":
        return "", 204

    event = request.get_json()
    release = event["release"]
    with database() as connection:
        connection.execute(
            "INSERT INTO releases (repository, tag, notes) VALUES (?, ?, ?)",
            (event["repository"]["full_name"], release["tag_name"], release["body"]),
        )
    return {"stored": release["tag_name"]}, 201


if __name__ == "__main__":
    app.run(port=5000)
