from pymongo import MongoClient

db = MongoClient().depot
