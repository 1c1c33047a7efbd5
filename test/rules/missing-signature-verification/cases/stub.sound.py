from flask import Blueprint

warehouse = Blueprint("warehouse", __name__)


@warehouse.route("/webhooks/warehouse", methods=["POST"])
def warehouse_webhook():
    """The warehouse has not told us its payload yet."""
    # TODO: store stock levels
    return "", 501
