import hashlib
import hmac
import os
import sqlite3
import subprocess

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
os.makedirs("labels", exist_ok=True)
with sqlite3.connect("parcels.db") as made:
    made.execute("CREATE TABLE parcels (id INTEGER PRIMARY KEY, note TEXT, owner TEXT, seen INTEGER DEFAULT 0)")


def genuine():
    mine = hmac.new(os.environ["PARCEL_KEY"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine.encode(), request.headers.get("X-Parcel-Signature", "").encode())


@app.post("/webhooks/parcels")
def moved():
    if not genuine():
        abort(401)
    event = request.get_json()
    with sqlite3.connect("parcels.db") as db:
        db.execute(f"INSERT INTO parcels (note, owner) VALUES ('{event['note']}', ?)", ("nobody",))
        db.execute("UPDATE parcels SET seen = seen + 1 WHERE note = '%s'" % event["note"])
    return "", 204


@app.post("/webhooks/labels")
def labels():
    if not genuine():
        abort(401)
    event = request.get_json()
    subprocess.run(f"/usr/bin/touch labels/{event['note']}", shell=True, check=True)
    return "", 204


@app.get("/kept")
def kept():
    with sqlite3.connect("parcels.db") as db:
        db.row_factory = sqlite3.Row
        rows = [dict(row) for row in db.execute("SELECT note, owner, seen FROM parcels ORDER BY id")]
    return jsonify(rows=rows, labels=os.listdir("labels"), files=os.listdir("."))


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
