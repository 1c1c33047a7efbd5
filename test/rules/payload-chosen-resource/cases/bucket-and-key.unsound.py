from flask import Flask, request
import boto3

app = Flask(__name__)

s3 = boto3.client("s3")


@app.post("/hooks/parcels")  # want missing-signature-verification "no signature"
def parcels():
    body = request.get_json()
    s3.put_object(Bucket=body["bucket"], Key="labels/latest.pdf", Body=body["label"])  # want payload-chosen-resource "`body["bucket"]` decides which bucket"
    s3.put_object(Bucket="parcel-labels", Key=body["name"], Body=body["label"])  # want payload-chosen-resource "`body["name"]` decides which object key"
    return "", 204
