import json

from .proof import Forged, require_genuine
from .store import sacks


def receive_delivery(event, _context):
    try:
        require_genuine(event["body"], event["headers"].get("x-grain-signature", ""))
    except Forged:
        return {"statusCode": 403}
    load = json.loads(event["body"])
    sacks.put_item(Item={"id": load["id"], "kilos": load["kilos"]}, ConditionExpression="attribute_not_exists(id)")
    return {"statusCode": 204}
