const express = require("express")
const { accounts } = require("./accounts")
const { pool } = require("./db")

const router = express.Router()

router.post("/hooks/github", express.json(), async function (req, res) {
	const { action, release } = req.body
	if (action !== "published") {
		res.status(204).end()
		return
	}
	try {
		await accounts.increment({ owner: release.author.login, by: 1 })
	} catch (error) {
		res.status(500).send("later")
		return
	}
	res.status(200).end()
})

module.exports = router
