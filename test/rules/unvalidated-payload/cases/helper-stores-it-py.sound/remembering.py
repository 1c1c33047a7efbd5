from store import parcels


def remember(body):
    number = str(body["number"])
    parcels.update_one({"number": str(body["number"])}, {"$set": {"given": number}})
