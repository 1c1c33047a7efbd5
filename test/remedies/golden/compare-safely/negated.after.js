const crypto = require("crypto")

function check(req) {
	const mac = crypto.createHmac("sha256", process.env.KEY).update(req.rawBody).digest("base64")
	if (!safeEqual(req.get("x-mac"), mac)) throw new Error("no")
}

module.exports = { check }

function safeEqual(left, right) {
	if (typeof left !== "string" || typeof right !== "string") {
		return false
	}
	const leftBytes = Buffer.from(left)
	const rightBytes = Buffer.from(right)
	return leftBytes.length === rightBytes.length && crypto.timingSafeEqual(leftBytes, rightBytes)
}
