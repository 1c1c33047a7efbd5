import os

from pymongo import MongoClient

invoices = MongoClient(os.environ["MONGO_URL"]).billing.invoices
