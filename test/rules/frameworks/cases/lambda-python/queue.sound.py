import json

import boto3

table = boto3.resource("dynamodb").Table("springs")


def lambda_handler(event, context):
    for record in event["Records"]:
        webhook = json.loads(record["body"])
        table.put_item(Item={"id": webhook["id"], "litres": webhook["litres"]})
    return {"batchItemFailures": []}
