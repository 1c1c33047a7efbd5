import Stripe from "stripe"
import { settle } from "../../settle"

export async function POST(req) {
  const secret = process.env.STRIPE_WEBHOOK_SECRET
  if (!secret) {
    return new Response("Webhook secret is not configured.", { status: 500 })
  }
  const rawBody = await req.text()
  const signature = req.headers.get("stripe-signature")
  if (!signature) {
    return new Response("Missing signature.", { status: 400 })
  }
  let event
  try {
    event = Stripe.webhooks.constructEvent(rawBody, signature, secret)
  } catch {
    return new Response("Invalid signature.", { status: 400 })
  }
  const { type, data } = event
  if (type === "payment_intent.succeeded") await settle(data.object.id)
  return Response.json({ received: true })
}
