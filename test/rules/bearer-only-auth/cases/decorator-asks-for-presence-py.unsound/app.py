from auth import bearer_required
from flask import Flask, request
from melts import add_melt

app = Flask(__name__)


@app.post("/hooks/glacier")  # want bearer-only-auth "nothing looks at the token"
@bearer_required
def glacier():
    add_melt(request.json["station"], request.json["depth"])
    return "", 204
