const { appendFile } = require("node:fs/promises");
const { devNull } = require("node:os");
const express = require("express");

const router = express.Router();

router.post("/orders", express.json(), async (req, res) => {
  const order = req.body;
  if (req.get("x-shopify-topic") !== "orders/create") {
    res.status(202).end();
    return;
  }
  await appendFile(devNull, order.shipping_address.city.toUpperCase());
  res.status(200).end();
});

module.exports = { router };
