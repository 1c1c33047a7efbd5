/** Handlers for the protocol tests: each unsound in one known way. */

export const express = `import { createHmac } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.PARCEL_SECRET!).update(req.body).digest('hex');
  const given = req.get('x-parcel-signature');
  if (given === expected) {
    await parcels.insert(JSON.parse(req.body.toString()));
    res.sendStatus(204);
    return;
  }
  res.sendStatus(401);
});
`;

export const flask = `import hashlib
import hmac
import os

from flask import Flask, request

from parcels import parcels

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 100_000


@app.post("/hooks/parcels")
def receive_parcel():
    secret = os.environ["PARCEL_SECRET"].encode()
    expected = hmac.new(secret, request.get_data(), hashlib.sha256).hexdigest()
    given = request.headers.get("X-Parcel-Signature")
    if given == expected:
        parcels.insert(request.get_json())
        return "", 204
    return "", 401
`;

export const weakRule = 'weak-signature-comparison';
