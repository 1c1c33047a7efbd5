import type { APIGatewayProxyEvent } from 'aws-lambda';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export const webhookHandler = async (event: APIGatewayProxyEvent) => {
  const delivery = stripe.webhooks.constructEvent(event.body!, event.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { metadata } = delivery.data.object as any;
  return { statusCode: 302, headers: { Location: `https://shop.example/orders/${metadata.order}` }, body: '' };
};
