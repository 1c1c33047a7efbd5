from flask import redirect


def onward(setup_url="/", **_):
    return redirect(setup_url)
