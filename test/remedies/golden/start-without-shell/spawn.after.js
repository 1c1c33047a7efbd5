import { spawn } from "node:child_process"
import Fastify from "fastify"
import { Webhook } from "standardwebhooks"

const app = Fastify()

app.post("/webhooks/tags", async (request, reply) => {
	const event = new Webhook(process.env.PUSH_KEY).verify(request.rawBody, request.headers)
	spawn("deploy", [event.tag], { stdio: "ignore" })
	return reply.code(202).send()
})
