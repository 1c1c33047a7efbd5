const crypto = require("crypto")

function check(req) {
	const mac = crypto.createHmac("sha256", process.env.KEY).update(req.rawBody).digest("base64")
	if (req.get("x-mac") !== mac) throw new Error("no")
}

module.exports = { check }
