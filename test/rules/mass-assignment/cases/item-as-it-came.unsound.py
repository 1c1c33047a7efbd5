from flask import Flask, request
import boto3

app = Flask(__name__)

table = boto3.resource("dynamodb").Table("parcels")


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    table.put_item(Item=request.get_json())  # want mass-assignment "All of `request.get_json()` goes into `table.put_item`" want overwrite-without-condition "`table.put_item` replaces whatever item the payload names."
    return "", 204
