from pymongo import MongoClient

letters = MongoClient().post.letters
