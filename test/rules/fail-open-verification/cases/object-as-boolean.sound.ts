import express from 'express';
import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import { products } from './products';

const shopify = shopifyApi({
  apiKey: process.env.SHOPIFY_API_KEY,
  apiSecretKey: process.env.SHOPIFY_API_SECRET!,
  hostName: 'shop-inbox.example.org',
  apiVersion: ApiVersion.July25,
  isEmbeddedApp: false,
});

const app = express();

app.post('/shop/products', express.text({ type: '*/*' }), async (req, res) => {
  const { valid } = await shopify.webhooks.validate({ rawBody: req.body, rawRequest: req, rawResponse: res });
  if (!valid) {
    return res.sendStatus(401);
  }

  const product = JSON.parse(req.body);
  await products.updateOne({ id: product.id }, { $set: { title: product.title } }, { upsert: true });
  res.sendStatus(200);
});
