import os

from pymongo import MongoClient

tickets = MongoClient(os.environ["MONGO_URL"]).desk.tickets
