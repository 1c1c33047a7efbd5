from urllib.parse import urlparse


def is_ours(address):
    return urlparse(address).netloc == "shop.example"
