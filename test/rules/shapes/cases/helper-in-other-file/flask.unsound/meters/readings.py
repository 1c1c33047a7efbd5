import os

from pymongo import MongoClient

readings = MongoClient(os.environ["MONGO_URL"]).meters.readings
