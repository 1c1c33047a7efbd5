import { appendFileSync } from "fs"

export const POST = async (req) => {
	const { id, type } = await req.json()
	appendFileSync(process.env.EFFECTS, `next ${id}\n`)
	return new Response(type)
}
