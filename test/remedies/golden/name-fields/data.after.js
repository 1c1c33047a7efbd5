import express from "express"
import { prisma } from "./db.js"

const app = express()
app.use(express.json())

app.post("/webhooks/parcels", async (req, res) => {
	await prisma.parcel.update({ where: { number: Number(req.body.number) }, data: { number: Number(req.body.number) } })
	res.sendStatus(204)
})
