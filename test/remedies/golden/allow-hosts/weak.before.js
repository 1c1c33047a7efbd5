import Fastify from "fastify"
import { Webhook } from "standardwebhooks"
import { parcels } from "./parcels.js"

const app = Fastify()

app.post("/webhooks/parcels", async (request, reply) => {
	const event = new Webhook(process.env.PARCEL_KEY).verify(request.rawBody, request.headers)
	if (!event.label.startsWith("https://labels.example.com")) return reply.code(400).send()
	const label = await fetch(event.label, { redirect: "manual" })
	await parcels.keep(event.id, await label.text())
	return reply.code(204).send()
})
