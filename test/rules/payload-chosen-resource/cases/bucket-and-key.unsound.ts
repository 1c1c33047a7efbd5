import express from 'express';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const app = express();
app.use(express.json());

const s3 = new S3Client({});

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  const { bucket, name, label } = req.body;
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'labels/latest.pdf', Body: label })); // want payload-chosen-resource "`bucket` decides which bucket"
  await s3.send(new PutObjectCommand({ Bucket: 'parcel-labels', Key: `${name}.pdf`, Body: label })); // want payload-chosen-resource "`name` is part of the name of the object key"
  res.sendStatus(204);
});
