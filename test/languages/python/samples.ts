/** Realistic pieces of Python that the property tests cut up, glue together and damage. */
export const samples: readonly string[] = [
  'import hmac, hashlib\nfrom flask import (\n    Flask,\n    request,\n)\n',
  'app = Flask(__name__)\nSECRET = os.environ["S"]  # webhookproof: fine\n',
  '@app.route("/parcels", methods=["POST"])\n@limit(5)\ndef parcels():\n    """Takes\n    deliveries."""\n    sig = request.headers.get("X-Sig", "")\n    if not hmac.compare_digest(expected(request.data), sig):\n        return "", 401\n    return {"ok": True}, 200\n',
  'async def load(url: str, *rest, retries=3, **kw):\n    async with session.get(url) as r:\n        async for line in r.content:\n            yield await parse(line)\n',
  'class Store(Base):\n    table: str = "x"\n    def __init__(self, k): self.k = k\n\n    @property\n    def key(self):\n        return f"{self.k!r:>{width}}" + \'"\'\n',
  'try:\n\twork()\nexcept (A, B) as e:\n\tlog(e)\nelse:\n\tpass\nfinally:\n\tclose()\n',
  'match event["type"]:\n    case "paid" | "sent": ship()\n    case {"id": i, **rest} if i: f(i)\n    case _: pass\n',
  'if __name__ == "__main__":\n    for i, (a, *b) in enumerate(xs):\n        print([x ** 2 for x in b if x], {k: v for k, v in a})\n    else:\n        pass\nelif x: y()\nelse:\n    z = lambda a, *b: (yield)\n',
  'x = """\ndef not_a_function():\n    @nothing\n"""\ny = (\n1,\n2)\nz = a \\\n    + b\n',
  'while (n := read()) is not None: total += n; del n\n',
  'with open(a) as f, open(b) as g: pass\n# webhookproof-ignore-next-line late\nprint "old", thing\n',
  '😀 = "\u{1F600}\\ud83d"\nname = "\u{1F4E6}" + rb\'\\x00\'\r\ndef f():\r\n    return 1\r\n',
];
