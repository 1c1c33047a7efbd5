import os

import boto3

from .receiver import Receiver

receiver = Receiver(os.environ["MAST_SECRET"], boto3.resource("dynamodb").Table("masts"))


def lambda_handler(event, context):
    return receiver(event, context)
