from models import db


class Parcels:
    def remove(self, depot, number):
        db.parcels.delete_one({"number": str(number), "depot": depot.id})
