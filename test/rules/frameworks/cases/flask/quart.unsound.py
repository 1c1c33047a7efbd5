import hashlib
import hmac
import os

from quart import Quart, abort, request

from radio import shows

app = Quart(__name__)


async def verify(req):
    mac = hmac.new(os.environ["RADIO_KEY"].encode(), await req.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, req.headers.get("X-Radio-Signature", "")):
        abort(401)


@app.post("/hooks/shows")
async def show():
    verify(request)  # want fail-open-verification "not awaited"
    data = await request.get_json()
    await shows.insert_one({"title": data["title"]})
    return "", 204
