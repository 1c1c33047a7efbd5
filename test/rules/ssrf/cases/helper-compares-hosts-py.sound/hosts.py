from urllib.parse import urlparse

HOSTS = ("feeds.example", "news.example")


def is_ours(address):
    parts = urlparse(address)
    return parts.scheme == "https" and any(parts.hostname == host or parts.hostname.endswith("." + host) for host in HOSTS)
