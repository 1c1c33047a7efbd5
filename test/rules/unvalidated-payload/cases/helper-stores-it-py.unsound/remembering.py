from store import parcels


def remember(body):
    number = body["number"]
    parcels.update_one({"number": str(body["number"])}, {"$set": {"given": number}})  # want unvalidated-payload "is stored by `parcels.update_one` as it came"
