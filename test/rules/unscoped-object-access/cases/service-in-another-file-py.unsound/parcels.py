from models import db


class Parcels:
    def remove(self, number):
        db.parcels.delete_one({"number": str(number)})
