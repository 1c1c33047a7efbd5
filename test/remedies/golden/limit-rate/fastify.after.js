import { execFileSync } from "node:child_process"
import Fastify from "fastify"
import { Webhook } from "standardwebhooks"
import rateLimit from "@fastify/rate-limit"

const app = Fastify()

await app.register(rateLimit, { max: 60, timeWindow: "1 minute" })

// The printer's own.
app.post("/webhooks/parcels", { config: { rawBody: true } }, async (request, reply) => {
	new Webhook(process.env.PARCEL_KEY).verify(request.rawBody, request.headers)
	execFileSync("/usr/local/bin/print-label")
	return reply.code(204).send()
})
