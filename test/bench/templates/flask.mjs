/** Pieces of Flask files, in the manner of express.mjs beside this one: `#! rule` at the end of a line marks a finding. */

export const head = (salt) => `"""Deliveries of our suppliers, group ${salt}."""
import hashlib
import hmac
import json
import logging
import os
import time

import requests
from flask import Blueprint, abort, jsonify, request
from sqlalchemy import text
from sqlalchemy.orm import Session

from .models import Delivery, Record, db

log = logging.getLogger(__name__)
hooks = Blueprint("hooks", __name__)
`;

export const handlers = [
  // Sound.
  ({ noun, index, salt }) => `

@hooks.route("/webhooks/${noun}-${index}", methods=["POST"])
def receive_${noun}_${index}():
    """Takes a delivery about a ${noun}."""
    secret = os.environ["${noun.toUpperCase()}_SECRET"].encode()
    raw = request.get_data()
    given = request.headers.get("X-${noun}-Signature", "")
    expected = hmac.new(secret, raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
        log.warning("refused a delivery of group %s", ${salt})
        abort(401)

    event = json.loads(raw)
    kind = event.get("type", "")
    if kind in ("${noun}.created", "${noun}.updated"):
        record = Record.query.filter_by(reference=event["data"]["id"]).first()
        if record is None:
            db.session.add(Record(reference=event["data"]["id"], total=event["data"].get("total", 0)))
        else:
            record.total = event["data"].get("total", record.total)
    elif kind == "${noun}.removed":
        Record.query.filter_by(reference=event["data"]["id"]).delete()
    else:
        log.info("nothing to do for %s", kind)
    db.session.commit()
    return jsonify({"received": True}), 200
`,
  // Compared with an operator that tells how many characters were right.
  ({ noun, index, salt }) => `

@hooks.post("/webhooks/${noun}-${index}")
def receive_${noun}_${index}():
    signature = request.headers.get("X-${noun}-Signature")
    secret = os.environ["${noun.toUpperCase()}_SECRET"]
    digest = hmac.new(secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if signature != digest: #! weak-signature-comparison
        log.warning("refused a delivery of group %s", ${salt})
        abort(401)
    payload = request.get_json()
    try:
        for line in payload["data"].get("lines", []):
            if line["quantity"] > 0:
                db.session.add(Record(sku=line["sku"], quantity=line["quantity"], order=payload["data"]["id"]))
        db.session.commit()
    except Exception:
        log.exception("${noun} was not stored")
        db.session.rollback()
        return jsonify({"error": "try again"}), 500
    return "", 204
`,
  // Nothing proves where the delivery comes from.
  ({ noun, index, salt }) => `

@hooks.route("/webhooks/${noun}-${index}", methods=["POST"]) #! missing-signature-verification
def receive_${noun}_${index}():
    payload = request.get_json()
    if Delivery.query.filter_by(reference=payload["id"]).first():
        return jsonify({"repeated": True}), 200
    data = payload["data"]
    if payload["type"] == "${noun}.closed":
        record = Record.query.get_or_404(data["id"])
        record.closed_by = ${salt}
    elif payload["type"] == "${noun}.opened":
        db.session.add(Record(id=data["id"], owner=data.get("owner", "nobody")))
    db.session.commit()
    return jsonify({"received": True}), 200
`,
  // A failed check is logged and forgotten.
  ({ noun, index, salt }) => `

def check_${noun}_${index}(raw: bytes, header: str, secret: bytes) -> None:
    expected = hmac.new(secret, raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), header.removeprefix("sha256=").encode()):
        raise ValueError("${noun}: signature does not match")


@hooks.post("/webhooks/${noun}-${index}")
def receive_${noun}_${index}():
    try:
        check_${noun}_${index}(request.get_data(), request.headers.get("X-${noun}-Signature", ""), os.environ["${noun.toUpperCase()}_SECRET"].encode())
    except ValueError as error: #! fail-open-verification
        log.error("group %s: %s", ${salt}, error)
    event = request.get_json()
    db.session.add(Record(id=event["data"]["id"], total=event["data"]["total"]))
    db.session.commit()
    return "", 204
`,
];

export const surroundings = [
  ({ noun, index, salt }) => `

class ${capital(noun)}Reader${index}:
    """Reads a supplier's ${noun} into a row of ours."""

    currencies = {"usd", "eur", "gbp"}
    group = ${salt}

    def __init__(self, session: Session, tenant: str = "default") -> None:
        self.session = session
        self.tenant = tenant

    def to_row(self, payload: dict) -> dict:
        currency = str(payload.get("currency") or "usd").lower()
        return {
            "id": payload["id"],
            "external_id": f"{self.tenant}:{payload['id']}",
            "amount": payload.get("amount", 0) / 100,
            "currency": currency if currency in self.currencies else "usd",
            "lines": [{"sku": line.get("price"), "quantity": line.get("quantity", 1)} for line in payload.get("lines", [])],
        }
`,
  ({ noun, index, salt }) => `

def store_${noun}_${index}(session: Session, row: dict) -> bool:
    try:
        with session.begin():
            existing = session.execute(text("SELECT id, amount FROM ${noun} WHERE external_id = :x FOR UPDATE"), {"x": row["external_id"]}).first()
            if existing is None:
                session.execute(text("INSERT INTO ${noun} (id, amount, grp) VALUES (:id, :amount, ${salt})"), row)
                return True
            elif existing.amount != row["amount"]:
                session.execute(text("UPDATE ${noun} SET amount = :amount WHERE id = :id"), row)
    except Exception as error:
        log.exception("${noun} was not stored: %s", error)
        session.rollback()
        raise
    return False
`,
  ({ noun, index, salt }) => `

def tell_${noun}_${index}(body: dict, attempts: int = 5) -> requests.Response | None:
    answer = None
    for attempt in range(attempts):
        try:
            answer = requests.post(os.environ["${noun.toUpperCase()}_ADDRESS"], json=body, headers={"X-Attempt": str(attempt)}, timeout=3)
            if answer.ok:
                break
        except requests.RequestException:
            log.warning("attempt %d of group %d failed", attempt, ${salt})
        time.sleep(0.25 * 2**attempt)
    return answer
`,
];

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
