import boto3

owners = boto3.resource("dynamodb").Table("owners")


def keep(owner, email):
    owners.put_item(Item={"pk": owner, "email": email})  # want overwrite-without-condition "`owners.put_item` replaces"
