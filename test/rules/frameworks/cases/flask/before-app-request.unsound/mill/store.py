from pymongo import MongoClient

sacks = MongoClient().mill.sacks
