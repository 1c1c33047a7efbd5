def target(sent):
    return "https://{host}/{path}".format(host=sent["host"], path=sent["path"])
