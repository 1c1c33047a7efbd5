from models import Parcel


class Parcels:
    def change(self, changes):
        Parcel.objects.update_or_create(number=changes["number"], defaults={"status": changes["status"]})
