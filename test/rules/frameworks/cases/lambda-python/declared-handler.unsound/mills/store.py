import boto3

sacks = boto3.resource("dynamodb").Table("sacks")
