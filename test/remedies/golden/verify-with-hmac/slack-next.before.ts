import { NextResponse } from "next/server"

export async function POST(request: Request) {
    // Slack asks once whether we are here.
    const body = await request.json()
    if (body.type === "url_verification") {
        return NextResponse.json({ challenge: body.challenge })
    }
    await enqueue(body.event_id, body.event)
    return new Response(null, { status: 200 })
}
