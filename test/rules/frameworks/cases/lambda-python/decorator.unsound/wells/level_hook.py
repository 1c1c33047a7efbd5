import json

import boto3

from .signed import body_of, signed

queue = boto3.client("sqs")


@signed
def handler(event, context):
    reading = json.loads(body_of(event))
    queue.send_message(QueueUrl="https://sqs.eu-west-1.amazonaws.com/1/levels", MessageBody=json.dumps(reading["level"]))
    return {"statusCode": 202, "body": ""}
