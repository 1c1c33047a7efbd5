from pymongo import MongoClient

kegs = MongoClient().brew.kegs
