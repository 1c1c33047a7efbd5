import os

from pymongo import MongoClient

store = MongoClient(os.environ["MONGO_URL"]).ledger
