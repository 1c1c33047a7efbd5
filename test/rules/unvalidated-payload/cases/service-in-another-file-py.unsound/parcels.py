from store import db


class Parcels:
    def note(self, event):
        note = event.get("note")
        db.notes.insert_one({"note": note})  # want unvalidated-payload "as it came"
