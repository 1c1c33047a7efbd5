import os


class Config:
    MONGO_URL = os.environ["MONGO_URL"]
    LAMP_SECRET = os.environ.get("LAMP_SECRET")
