from pymongo import MongoClient

passages = MongoClient().lock.passages
