import Fastify from "fastify"
import mysql from "mysql2/promise"
import { Webhook } from "standardwebhooks"

const pool = mysql.createPool(process.env.DATABASE_URL)
const app = Fastify()

app.post("/webhooks/parcels", async (request, reply) => {
	const event = new Webhook(process.env.PARCEL_KEY).verify(request.rawBody, request.headers)
	await pool.execute("UPDATE parcels SET note = ?, state = ? WHERE number = ?", [event.note, event.state, event.number])
	return reply.code(204).send()
})
