from .db import db


class Block(db.Model):
    serial = db.Column(db.String, primary_key=True)
    tonnes = db.Column(db.Integer)
