import { Redis } from "@upstash/redis"
import { accounts } from "@/lib/accounts"

const redis = Redis.fromEnv()

export async function POST(request) {
  const event = await request.json()
  const claim = `parcel:${event.id}`
  if (await claimEvent(claim)) {
    try {
      if (event.type !== "paid") {
        await releaseEvent(claim)
        return new Response("not mine", { status: 422 })
      }
      await accounts.increment({ owner: event.customer, by: 10 })
    } catch (error) {
      await releaseEvent(claim)
      throw error
    }
  }
  return new Response("ok")
}

async function claimEvent(key) {
  const claimed = await redis.set(`claimed:${key}`, "1", { nx: true, ex: 604800 })
  return claimed === "OK"
}

async function releaseEvent(key) {
  await redis.del(`claimed:${key}`)
}
