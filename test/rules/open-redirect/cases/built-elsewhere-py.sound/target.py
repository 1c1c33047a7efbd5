HOSTS = {"shop.example", "pay.example"}


def target(sent):
    if sent["host"] not in HOSTS:
        return "https://shop.example/"
    return "https://{host}/{path}".format(host=sent["host"], path=sent["path"])
