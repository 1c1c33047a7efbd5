import os

from pymongo import MongoClient

positions = MongoClient(os.environ["MONGO_URL"]).fleet.positions
