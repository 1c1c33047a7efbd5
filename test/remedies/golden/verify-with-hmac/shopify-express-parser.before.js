const express = require("express")
const app = express()
app.use(express.json({ limit: "2mb" }))

app.post("/orders", (req, res) => {
	save(req.body.id, req.body.name)
	return res.json({ ok: true })
})
