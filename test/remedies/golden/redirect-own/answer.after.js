import { Webhook } from "standardwebhooks"

export async function POST(request) {
	const event = new Webhook(process.env.PARCEL_KEY).verify(await request.text(), Object.fromEntries(request.headers))
	return Response.redirect(new URL(ownPath(event.back), request.url), 303)
}

function ownPath(target) {
	const path = String(target)
	const isOwn = path.startsWith("/") && !path.startsWith("//") && !/[\\\x00-\x1f]/.test(path)
	return isOwn ? path : "/"
}
