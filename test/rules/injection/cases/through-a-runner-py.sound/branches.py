BRANCHES = {"refs/heads/main": "main", "refs/heads/next": "next"}


def branch_of(ref):
    if ref not in BRANCHES:
        raise ValueError(ref)
    return BRANCHES[ref]
