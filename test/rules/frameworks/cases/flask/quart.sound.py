import hashlib
import hmac
import os

from quart import Quart, abort, request

from radio import shows

app = Quart(__name__)


@app.post("/hooks/shows")
async def show():
    body = await request.get_data()
    mac = hmac.new(os.environ["RADIO_KEY"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, request.headers.get("X-Radio-Signature", "")):
        abort(401)
    data = await request.get_json()
    await shows.insert_one({"title": data["title"]})
    return "", 204
