from pymongo import MongoClient

boxes = MongoClient().attic.boxes
