from models import db


class Parcels:
    def remove(self, number):
        db.parcels.delete_one({"number": str(number)})  # want unscoped-object-access "alone decides what `db.parcels.delete_one` deletes"
