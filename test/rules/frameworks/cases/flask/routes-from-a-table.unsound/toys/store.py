from pymongo import MongoClient

toys = MongoClient().toys.toys
