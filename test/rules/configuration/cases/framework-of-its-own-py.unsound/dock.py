import json

from trolley import Dock

from models import db

dock = Dock()


@dock.receive("/hooks/parcels")  # want missing-signature-verification "has no signature check"
def parcel(load):
    db.parcels.insert_one(json.loads(load.data))
    return 204
