from pymongo import MongoClient

store = MongoClient().lantern.lamps
