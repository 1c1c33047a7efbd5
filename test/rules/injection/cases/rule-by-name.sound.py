import os

from flask import Blueprint, request
from svix.webhooks import Webhook, WebhookVerificationError
import ast

from rules import keep

hooks = Blueprint("hooks", __name__)
RULES = {"half": lambda price: price / 2, "full": lambda price: price}


@hooks.post("/hooks/rules")
def receive():
    try:
        event = Webhook(os.environ["SVIX_SECRET"]).verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "", 400
    rule = RULES.get(event["rule"])
    if rule is None:
        return "", 400
    keep(rule(3))
    keep(ast.literal_eval(event["factor"]))
    return "", 204
