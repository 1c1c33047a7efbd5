from dataclasses import dataclass

import requests


@dataclass
class Package:
    name: str
    tarball: str

    @classmethod
    def of(cls, sent):
        return cls(sent["name"], sent["tarball"].strip())


def mirror(package):
    return requests.get(package.tarball, timeout=30).content
