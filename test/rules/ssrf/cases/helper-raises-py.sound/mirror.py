import requests


def mirror(tarball):
    return requests.get(tarball, timeout=30).content
