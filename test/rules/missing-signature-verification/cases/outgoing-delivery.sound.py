import hashlib
import hmac
import json

import requests
from celery import shared_task

from models import Attempt, Subscription, db


@shared_task(bind=True, max_retries=8)
def deliver_webhook(self, event):
    for subscription in Subscription.query.filter_by(event=event["type"]):
        body = json.dumps(event).encode()
        signature = hmac.new(subscription.secret.encode(), body, hashlib.sha256).hexdigest()
        answer = requests.post(
            subscription.url,
            data=body,
            headers={"Content-Type": "application/json", "X-Webhook-Signature": f"sha256={signature}"},
            timeout=5,
        )
        db.session.add(Attempt(subscription_id=subscription.id, status=answer.status_code))
    db.session.commit()
