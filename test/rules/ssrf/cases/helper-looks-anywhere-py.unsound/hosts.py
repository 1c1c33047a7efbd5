HOSTS = ("feeds.example", "news.example")


def is_ours(address):
    return any(host in address for host in HOSTS)
