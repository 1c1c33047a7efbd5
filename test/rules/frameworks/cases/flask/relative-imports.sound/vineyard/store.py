from pymongo import MongoClient

barrels = MongoClient().vineyard.barrels
