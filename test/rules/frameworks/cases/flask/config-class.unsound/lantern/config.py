import os


class Config:
    WEBHOOK_SECRET = os.environ.get("LANTERN_SECRET", "lantern-dev-secret")  # want hardcoded-secret "has a default in the source"


class Development(Config):
    DEBUG = True


settings = {"production": Config, "development": Development}
