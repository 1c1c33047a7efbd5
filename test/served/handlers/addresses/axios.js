import { createHmac, timingSafeEqual } from "node:crypto"
import axios from "axios"
import Fastify from "fastify"

const app = Fastify()

app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body))

app.post("/webhooks/parcels", async (request, reply) => {
	const mine = createHmac("sha256", process.env.PARCEL_KEY).update(request.body).digest()
	const theirs = Buffer.from(String(request.headers["x-parcel-signature"] ?? ""), "hex")
	if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send()
	const event = JSON.parse(request.body.toString())
	const answer = await axios.post(event.reply_to, { ok: true }, { headers: { "x-parcel": event.id } })
	return { status: answer.status, said: answer.data }
})

await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" })
