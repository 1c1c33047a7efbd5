import os


class Config:
    QUARRY_SECRET = os.environ["QUARRY_SECRET"]
    SQLALCHEMY_DATABASE_URI = os.environ["DATABASE_URL"]
