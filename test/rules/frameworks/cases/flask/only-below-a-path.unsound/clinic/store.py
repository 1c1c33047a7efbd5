from pymongo import MongoClient

results = MongoClient().clinic.results
