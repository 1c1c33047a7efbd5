from pymongo import MongoClient

locks = MongoClient().canal.locks
