import Fastify from "fastify"
import rateLimit from "@fastify/rate-limit"
import { Webhook } from "standardwebhooks"
import { parcels } from "./parcels.js"

const app = Fastify()
await app.register(rateLimit, {
	max: 60,
	timeWindow: "1 minute",
})

app.post("/webhooks/parcels", { config: { rawBody: true } }, async (request, reply) => {
	const event = new Webhook(process.env.PARCEL_KEY).verify(request.rawBody, request.headers)
	await parcels.upsert(event)
	return reply.code(204).send()
})
