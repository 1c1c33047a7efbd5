from pymongo import MongoClient

orders = MongoClient().glass.orders
