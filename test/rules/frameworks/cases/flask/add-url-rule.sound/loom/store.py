from pymongo import MongoClient

store = MongoClient().loom
