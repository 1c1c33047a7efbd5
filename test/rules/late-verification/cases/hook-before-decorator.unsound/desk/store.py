import os

from pymongo import MongoClient

database = MongoClient(os.environ["MONGO_URL"]).desk
tickets = database.tickets
deliveries = database.deliveries
