import os

from pymongo import MongoClient

payments = MongoClient(os.environ["MONGO_URL"]).money.payments
