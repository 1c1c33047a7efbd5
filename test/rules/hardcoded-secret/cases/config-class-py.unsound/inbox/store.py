from pymongo import MongoClient

from inbox.config import Config

pushes = MongoClient(Config.MONGO_URL).inbox.pushes
