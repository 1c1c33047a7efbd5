import sqlalchemy as sa
from flask import Flask, abort, jsonify, request
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import sessionmaker

from models import EventRow

app = Flask(__name__)
Session = sessionmaker(bind=sa.create_engine("cockroachdb://app@db:26257/shop"))


class Event(BaseModel):
    user_id: int
    action: str
    amount: float


@app.route("/webhook", methods=["POST"])  # want missing-signature-verification "no signature"
def event():
    try:
        received = Event(**request.json)
    except ValidationError as problem:
        abort(422, problem.errors())
    with Session() as session:
        session.add(EventRow(**received.model_dump()))
        session.commit()
    return jsonify({"received": True})
