import { Webhook } from "standardwebhooks"

export async function POST(request) {
	const event = new Webhook(process.env.PARCEL_KEY).verify(await request.text(), Object.fromEntries(request.headers))
	return Response.redirect(event.back, 303)
}
