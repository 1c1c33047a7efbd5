import sqlite3

from flask import Flask, request

app = Flask(__name__)
database = sqlite3.connect(":memory:", check_same_thread=False)
database.execute("CREATE TABLE stars (repository TEXT)")


@app.post("/webhooks/github")
def receive():
    event = request.get_json()
    if request.headers.get("X-GitHub-Event") == "star":
        database.execute("INSERT INTO stars VALUES (?)", (event["repository"]["full_name"],))
    return {"stars": "counted"}, 201
