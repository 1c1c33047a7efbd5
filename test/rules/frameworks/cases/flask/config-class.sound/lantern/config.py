import os


class Config:
    WEBHOOK_SECRET = os.environ["LANTERN_SECRET"]


class Development(Config):
    DEBUG = True


settings = {"production": Config, "development": Development}
