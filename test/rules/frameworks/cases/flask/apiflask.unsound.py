from apiflask import APIBlueprint, APIFlask, Schema
from apiflask.fields import Integer, String

from orchard import harvests

app = APIFlask(__name__)
inbox = APIBlueprint("inbox", __name__, url_prefix="/hooks")


class Harvest(Schema):
    tree = String(required=True)
    kilos = Integer(required=True)


@inbox.post("/harvests")  # want missing-signature-verification "/hooks/harvests has no signature check"
@inbox.input(Harvest, location="json")
@inbox.output({}, status_code=204)
def harvest(json_data):
    harvests.insert_one({"tree": json_data["tree"], "kilos": json_data["kilos"]})
    return ""


app.register_blueprint(inbox)
