import os

from flask import Flask, redirect, render_template, request, session
from werkzeug.security import check_password_hash

from models import Message, User, db

app = Flask(__name__)
app.secret_key = os.environ["SESSION_KEY"]


@app.route("/login", methods=["GET", "POST"])
def login():
    if request.method == "GET":
        return render_template("login.html")
    user = User.query.filter_by(email=request.form["email"]).first()
    if user is None or not check_password_hash(user.password_hash, request.form["password"]):
        return render_template("login.html", error="wrong address or password"), 401
    session["user_id"] = user.id
    return redirect("/")


@app.post("/contact")
def contact():
    db.session.add(Message(sender=request.form["email"], text=request.form["text"]))
    db.session.commit()
    return redirect("/thanks")
