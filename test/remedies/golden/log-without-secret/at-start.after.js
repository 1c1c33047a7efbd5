import { createHmac, timingSafeEqual } from "node:crypto"
import express from "express"
import { parcels } from "./parcels.js"

const secret = process.env.PARCEL_WEBHOOK_SECRET
console.log(`listening on ${process.env.PORT}, signing with [redacted]`)

express().post("/webhooks/parcels", express.raw({ type: "*/*" }), async (req, res) => {
	const mine = createHmac("sha256", secret).update(req.body).digest()
	const theirs = Buffer.from(req.get("x-parcel-signature") ?? "", "hex")
	if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401)
	await parcels.insert(JSON.parse(req.body.toString()))
	res.sendStatus(204)
})
