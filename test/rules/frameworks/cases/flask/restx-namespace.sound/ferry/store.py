from pymongo import MongoClient

sailings = MongoClient().ferry.sailings
