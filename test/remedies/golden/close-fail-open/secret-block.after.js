const express = require("express")
const { verify } = require("./verify")
const app = express()

app.post("/inbox", express.raw({ type: "*/*" }), (req, res) => {
    const secret = process.env.INBOX_SECRET
    const signature = req.get("x-mac")
    if (!secret) {
        return res.status(500).send("Webhook secret is not configured.")
    }
    if (!signature) {
        return res.status(401).send("Missing signature.")
    }
    if (!verify(req.body, signature, secret)) return res.status(401).send("no")
    return res.sendStatus(204)
})
