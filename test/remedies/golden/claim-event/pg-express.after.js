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
		const deliveryId = req.get("x-github-delivery")
		if (!deliveryId) {
			res.status(400).send("Missing delivery id.")
			return
		}
		const claim = `hooks/github:${deliveryId}`
		if (!(await claimEvent(claim))) {
			res.status(200).end()
			return
		}
		try {
			await accounts.increment({ owner: release.author.login, by: 1 })
		} catch (failure) {
			await releaseEvent(claim)
			throw failure
		}
	} catch (error) {
		res.status(500).send("later")
		return
	}
	res.status(200).end()
})

module.exports = router

// The table: CREATE TABLE handled_events (id text PRIMARY KEY, claimed_at timestamptz NOT NULL DEFAULT now())
async function claimEvent(key) {
	const claimed = await pool.query("INSERT INTO handled_events (id) VALUES ($1) ON CONFLICT DO NOTHING", [key])
	return claimed.rowCount === 1
}

async function releaseEvent(key) {
	await pool.query("DELETE FROM handled_events WHERE id = $1", [key])
}
