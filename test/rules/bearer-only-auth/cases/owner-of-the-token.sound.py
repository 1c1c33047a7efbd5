from flask import Flask, abort, request

from models import Installation, Note, db

app = Flask(__name__)


@app.post("/hooks/notes")
def note():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not token:
        abort(401)
    installation = Installation.query.filter_by(hook_token=token).first()
    if installation is None:
        abort(401)

    db.session.add(Note(installation_id=installation.id, text=request.json["text"]))
    db.session.commit()
    return "", 204
