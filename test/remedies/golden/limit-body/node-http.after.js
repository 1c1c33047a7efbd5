import { createHmac, timingSafeEqual } from "node:crypto"
import http from "node:http"
import { parcels } from "./parcels.js"

http
	.createServer((req, res) => {
		if (req.url !== "/webhooks/parcels") return res.writeHead(404).end()
		let body = ""
		let size = 0
		req.on("data", (chunk) => {
			size = size + chunk.length
			if (size > 1024 * 1024) {
				if (!res.headersSent) {
					res.writeHead(413).end("payload too large")
				}
				return
			}
			return (body += chunk)
		})
		req.on("end", () => {
			if (size > 1024 * 1024) {
				return
			}
			const mine = createHmac("sha256", process.env.PARCEL_KEY).update(body).digest()
			const theirs = Buffer.from(String(req.headers["x-parcel-signature"] ?? ""), "hex")
			if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.writeHead(401).end()
			parcels.upsert(JSON.parse(body))
			res.writeHead(204).end()
		})
	})
	.listen(8080)
