import { Redis } from "@upstash/redis"
import { accounts } from "@/lib/accounts"

const redis = Redis.fromEnv()

export async function POST(request) {
  const event = await request.json()
  const known = await redis.get(`parcel:${event.id}`)
  if (!known) {
    if (event.type !== "paid") return new Response("not mine", { status: 422 })
    await accounts.increment({ owner: event.customer, by: 10 })
    await redis.set(`parcel:${event.id}`, "1")
  }
  return new Response("ok")
}
