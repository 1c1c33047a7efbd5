import os

from pymongo import MongoClient

shipments = MongoClient(os.environ["MONGO_URL"]).shipping.shipments
