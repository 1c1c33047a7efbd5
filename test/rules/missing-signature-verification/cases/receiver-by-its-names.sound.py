# path: depot/login_callback.py
# A login comes back here; its path, file and function are called like a receiver's, and it is none.
from flask import Blueprint, Flask, redirect, request, session

import accounts

logins = Blueprint("logins", __name__, url_prefix="/oauth")


@logins.route("/callback", methods=["POST"])
def handle_callback():
    account = accounts.by_code(request.form["code"])
    accounts.visits.insert_one({"account": account.id})
    session["account"] = account.id
    return redirect("/")


app = Flask(__name__)
app.register_blueprint(logins)
