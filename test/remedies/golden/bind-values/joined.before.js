import Fastify from "fastify"
import mysql from "mysql2/promise"
import { Webhook } from "standardwebhooks"

const pool = mysql.createPool(process.env.DATABASE_URL)
const app = Fastify()

app.post("/webhooks/parcels", async (request, reply) => {
	const event = new Webhook(process.env.PARCEL_KEY).verify(request.rawBody, request.headers)
	await pool.execute("UPDATE parcels SET note = '" + event.note + "', state = ? WHERE number = " + event.number, [event.state])
	return reply.code(204).send()
})
