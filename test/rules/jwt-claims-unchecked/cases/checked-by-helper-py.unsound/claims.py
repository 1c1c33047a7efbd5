def holder(claims):
    return f"{claims['iss']}/{claims['sub']}"
