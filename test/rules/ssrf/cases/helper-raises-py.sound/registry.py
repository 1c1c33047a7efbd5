from urllib.parse import urlparse

REGISTRIES = ["pypi.org", "files.pythonhosted.org"]


def registry_address(address):
    if urlparse(address).hostname not in REGISTRIES:
        raise ValueError("not a registry")
    return address
