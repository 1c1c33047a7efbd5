const express = require('express');
const vats = require('./vats');

const routes = [
  { method: 'get', path: '/health', handlers: [(_req, res) => res.send('ok')] },
  { method: 'post', path: '/hooks/vats', handlers: [express.json(), (req, res) => vats.insertOne(req.body).then(() => res.end())] }, // want missing-signature-verification "POST /hooks/vats has no signature check"
];

const router = express.Router();
routes.forEach((route) => router[route.method](route.path, ...route.handlers));
module.exports = router;
