const express = require("express")
const { createHmac, timingSafeEqual } = require("node:crypto")
const app = express()
app.use(express.json({ limit: "2mb", verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) }))

app.post("/orders", (req, res) => {
	const secret = process.env.SHOPIFY_API_SECRET
	if (!secret) {
		return res.status(500).send("Webhook secret is not configured.")
	}
	const rawBody = req.rawBody
	if (
		!rawBody ||
		!isGenuineShopifyDelivery(rawBody, req.get("x-shopify-hmac-sha256"), secret)
	) {
		return res.status(401).send("Invalid signature.")
	}
	save(req.body.id, req.body.name)
	return res.json({ ok: true })
})

function isGenuineShopifyDelivery(rawBody, signature, secret) {
	if (!signature) {
		return false
	}
	const digest = createHmac("sha256", secret).update(rawBody).digest("base64")
	return safeEqual(signature, digest)
}

function safeEqual(left, right) {
	if (typeof left !== "string" || typeof right !== "string") {
		return false
	}
	const leftBytes = Buffer.from(left)
	const rightBytes = Buffer.from(right)
	return (
		leftBytes.length === rightBytes.length &&
		timingSafeEqual(leftBytes, rightBytes)
	)
}
