const errorHandler = require("errorhandler")
const express = require("express")
const { Webhook } = require("standardwebhooks")
const { parcels } = require("./parcels")

const app = express()
app.post("/webhooks/parcels", express.raw({ type: "*/*" }), async (req, res) => {
	const event = new Webhook(process.env.PARCEL_KEY).verify(req.body, req.headers)
	await parcels.upsert(event)
	res.sendStatus(204)
})
app.use(errorHandler({ log: false }))
