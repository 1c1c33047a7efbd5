from pymongo import MongoClient

winds = MongoClient().kite.winds
