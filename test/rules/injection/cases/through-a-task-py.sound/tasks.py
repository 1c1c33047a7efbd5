def report(number, kind="daily", **_):
    path = "/srv/reports/%s/%s.json" % (kind, number)
    with open(path) as file:
        return file.read()
