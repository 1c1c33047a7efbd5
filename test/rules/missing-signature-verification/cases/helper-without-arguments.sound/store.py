import os

from pymongo import MongoClient

returns = MongoClient(os.environ["MONGO_URL"]).shop.returns
