import os

from pymongo import MongoClient

subscribers = MongoClient(os.environ["MONGO_URL"]).mail.subscribers
