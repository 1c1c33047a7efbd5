const express = require('express');
const { expressjwt } = require('express-jwt');
const { lamps } = require('./lamps');

const app = express();
app.use(express.json());
const verified = expressjwt({ secret: process.env.LAMP_PUBLIC_KEY, algorithms: ['RS256'], audience: 'lamps', credentialsRequired: false });

app.post('/hooks/lamps', verified, async (req, res) => {
  if (!req.auth) return res.sendStatus(401);
  await lamps.insert({ lamp: req.body.lamp, state: req.body.state });
  res.sendStatus(204);
});
