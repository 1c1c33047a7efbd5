import { settle } from "../../settle"

export async function POST(req) {
  const { type, data } = await req.json()
  if (type === "payment_intent.succeeded") await settle(data.object.id)
  return Response.json({ received: true })
}
