from store import db


class Parcels:
    def note(self, event):
        note = str(event.get("note", ""))
        db.notes.insert_one({"note": note})
