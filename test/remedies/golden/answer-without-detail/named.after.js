import Fastify from "fastify"
import { Webhook } from "standardwebhooks"
import { parcels } from "./parcels.js"

const app = Fastify()

app.post("/webhooks/parcels", async (request, reply) => {
	const event = new Webhook(process.env.PARCEL_KEY).verify(request.rawBody, request.headers)
	try {
		await parcels.insert(event)
	} catch (problem) {
		const detail = "parcel not stored"
		request.log.error(problem)
		return reply.code(500).send({ detail })
	}
	return reply.code(204).send()
})
