from pymongo import MongoClient

hives = MongoClient().apiary.hives
