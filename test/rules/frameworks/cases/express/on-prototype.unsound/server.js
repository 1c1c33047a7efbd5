const express = require('express');
const Receiver = require('./lib/receiver');
const store = require('./lib/store');

const receiver = new Receiver(store);
const app = express();
app.post('/hooks/jibs', express.raw({ type: '*/*' }), receiver.receive.bind(receiver));
app.listen(8080);
