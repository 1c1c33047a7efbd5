import hashlib
import hmac

from flask import Flask, abort, request
from pydantic_settings import BaseSettings

from visits import db


class Settings(BaseSettings):
    visit_secret: str
    visit_region: str = "eu-central"


settings = Settings()
app = Flask(__name__)


@app.post("/hooks/visits")
def visit():
    mine = hmac.new(settings.visit_secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mine, request.headers.get("X-Visit-Signature", "")):
        abort(401)
    body = request.get_json()
    db.visits.insert_one({"_id": body["id"], "page": body["page"], "region": settings.visit_region})
    return "", 204
