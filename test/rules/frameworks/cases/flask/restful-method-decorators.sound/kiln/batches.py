from pymongo import MongoClient

batches = MongoClient().kiln.batches
