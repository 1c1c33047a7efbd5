from flask import redirect


def onward(id, **_):
    return redirect(f"/installations/{id}")
