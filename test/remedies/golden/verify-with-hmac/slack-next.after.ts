import { NextResponse } from "next/server"
import { createHmac, timingSafeEqual } from "node:crypto"

export async function POST(request: Request) {
    const secret = process.env.SLACK_SIGNING_SECRET
    if (!secret) {
        return new Response("Webhook secret is not configured.", {
            status: 500,
        })
    }
    const rawBody = await request.text()
    const signature = request.headers.get("x-slack-signature")
    const timestamp = request.headers.get("x-slack-request-timestamp")
    if (!isGenuineSlackDelivery(rawBody, signature, timestamp, secret)) {
        return new Response("Invalid signature.", { status: 401 })
    }
    // Slack asks once whether we are here.
    const body = JSON.parse(rawBody)
    if (body.type === "url_verification") {
        return NextResponse.json({ challenge: body.challenge })
    }
    await enqueue(body.event_id, body.event)
    return new Response(null, { status: 200 })
}

function isGenuineSlackDelivery(
    rawBody: string,
    signature: string | null | undefined,
    timestamp: string | null | undefined,
    secret: string,
): boolean {
    if (!signature || !timestamp) {
        return false
    }
    if (
        Number.isNaN(Number(timestamp)) ||
        Math.abs(Date.now() / 1000 - Number(timestamp)) > 300
    ) {
        return false
    }
    const digest = createHmac("sha256", secret)
        .update(`v0:${timestamp}:`)
        .update(rawBody)
        .digest("hex")
    return safeEqual(signature, `v0=${digest}`)
}

function safeEqual(left: unknown, right: unknown): boolean {
    if (typeof left !== "string" || typeof right !== "string") {
        return false
    }
    const leftBytes = Buffer.from(left)
    const rightBytes = Buffer.from(right)
    return (
        leftBytes.length === rightBytes.length &&
        timingSafeEqual(leftBytes, rightBytes)
    )
}
