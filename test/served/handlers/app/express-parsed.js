const { appendFileSync } = require("fs")
const express = require("express")

const app = express()
app.use(express.json())

const record = (route, id) => appendFileSync(process.env.EFFECTS, `${route} ${id}\n`)

app.post("/github", (req, res) => {
	record("github", req.body.id)
	return res.json({ ok: true })
})

app.post("/slack", async function (req, res) {
	record("slack", req.body.id)
	res.json({ ok: true })
})

app.post("/shopify", (req, res) => {
	record("shopify", req.body.id)
	return res.json({ ok: true })
})

app.post("/stripe", (req, res) => {
	record("stripe", req.body.id)
	return res.json({ ok: true })
})

app.post("/standard-webhooks", (req, res) => {
	record("standard-webhooks", req.body.id)
	return res.json({ ok: true })
})

app.post("/generic-hmac", (req, res) => {
	record("generic-hmac", req.body.id)
	return res.json({ ok: true })
})

app.post("/gitlab", (req, res) => {
	record("gitlab", req.body.id)
	return res.json({ ok: true })
})

app.post("/telegram", (req, res) => {
	record("telegram", req.body.id)
	return res.json({ ok: true })
})

app.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("listening"))
