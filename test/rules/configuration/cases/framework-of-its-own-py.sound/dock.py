import hashlib
import hmac
import json
import os

from trolley import Dock

from models import db

dock = Dock()


@dock.receive("/hooks/parcels")
def parcel(load):
    expected = hmac.new(os.environ["DOCK_SECRET"].encode(), load.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, load.tags.get("X-Dock-Signature", "")):
        return 401
    db.parcels.insert_one(json.loads(load.data))
    return 204
