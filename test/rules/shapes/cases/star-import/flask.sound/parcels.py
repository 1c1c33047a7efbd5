import os

from pymongo import MongoClient

parcels = MongoClient(os.environ["MONGO_URL"]).depot.parcels
