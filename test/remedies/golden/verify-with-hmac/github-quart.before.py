from quart import Quart, request

from stars import stars

app = Quart(__name__)


@app.post("/webhooks/github")
async def starred():
    event = await request.get_json()
    await stars.add(event["sender"]["login"])
    return "", 204
