from pymongo import MongoClient

pigeons = MongoClient().loft.pigeons
