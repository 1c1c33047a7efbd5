const express = require('express');
const Stripe = require('stripe');
const db = require('./db');

const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();

app.post('/payments/answered', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (e) {
    res.status(400).send(`Webhook Error: ${e.message}`);
    return;
  }
  await db.orders.insert(event.data.object);
  res.json({ received: true });
});

app.post('/payments/goes-on', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (e) {
    console.log('bad signature', e.message);
    res.status(400).send('Invalid signature.');
    return;
  }
  await db.orders.insert(event.data.object);
  res.json({ received: true });
});

app.post('/payments/one-line', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (e) {
    res.status(400).send('no');
    return;
  }
  await db.orders.insert(event.data.object);
  res.json({ received: true });
});

app.post('/payments/one-line-try', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try { event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET); } catch (e) {
    console.log(e);
    res.status(400).send('Invalid signature.');
    return;
  }
  await db.orders.insert(JSON.parse(req.body));
  res.json({ received: true });
});

app.post('/payments/debug-branch', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (e) {
    if (process.env.DEBUG) {
      res.status(400).send('Invalid signature.');
      return;
    } else {
      res.status(400).send('no');
      return;
    }
  }
  await db.orders.insert(event.data.object);
  res.json({ received: true });
});

app.post('/payments/answered-goes-on', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (e) {
    res.status(400).send('no');
    return;
  }
  await db.orders.insert(event.data.object);
  res.json({ received: true });
});

app.post('/payments/status-only', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  } catch (e) {
    res.status(400).send('Invalid signature.');
    return;
  }
  await db.orders.insert(JSON.parse(req.body));
  res.json({ received: true });
});
