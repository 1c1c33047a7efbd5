from pymongo import MongoClient

moves = MongoClient().quay.moves
