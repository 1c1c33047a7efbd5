import os

from pymongo import MongoClient

runs = MongoClient(os.environ["MONGO_URL"]).ci.runs
