import os

from pymongo import MongoClient

messages = MongoClient(os.environ["MONGO_URL"]).inbox.messages
