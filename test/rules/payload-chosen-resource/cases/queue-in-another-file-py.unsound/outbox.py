import boto3

sqs = boto3.client("sqs")


def forward(queue, number):
    sqs.send_message(QueueUrl=queue, MessageBody=number)  # want payload-chosen-resource "decides which queue"
