from pymongo import MongoClient

bales = MongoClient().barn.bales
