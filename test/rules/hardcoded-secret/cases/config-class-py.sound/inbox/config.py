import os


class Config:
    DEBUG = False
    MONGO_URL = os.environ.get("MONGO_URL", "mongodb://localhost:27017")
    GITHUB_APP_ID = "482913"
    GITHUB_HOOK_SECRET = os.environ["GITHUB_HOOK_SECRET"]
