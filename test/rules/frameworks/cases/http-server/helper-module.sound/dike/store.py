from pymongo import MongoClient

gates = MongoClient().dike.gates
