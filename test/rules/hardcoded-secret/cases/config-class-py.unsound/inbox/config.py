import os


class Config:
    DEBUG = False
    MONGO_URL = os.environ.get("MONGO_URL", "mongodb://localhost:27017")
    GITHUB_APP_ID = "482913"
    GITHUB_HOOK_SECRET = "octo-parcel-8842-live"  # want hardcoded-secret "in the source"
