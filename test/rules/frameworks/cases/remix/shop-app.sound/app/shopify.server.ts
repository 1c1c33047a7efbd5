import { shopifyApp } from '@shopify/shopify-app-remix/server';

const shopify = shopifyApp({ apiKey: process.env.SHOPIFY_KEY!, apiSecretKey: process.env.SHOPIFY_SECRET!, appUrl: process.env.APP_URL! });

export const authenticate = shopify.authenticate;
