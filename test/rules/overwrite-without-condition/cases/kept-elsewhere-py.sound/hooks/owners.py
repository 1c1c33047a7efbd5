import boto3

owners = boto3.resource("dynamodb").Table("owners")


def keep(owner, email):
    owners.put_item(Item={"pk": owner, "email": email}, ConditionExpression="attribute_not_exists(pk)")
