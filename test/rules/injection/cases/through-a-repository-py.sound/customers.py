import sqlite3


class Customers:
    table = "customers"

    def __init__(self):
        self.db = sqlite3.connect("shop.db")

    def rename(self, sent):
        statement = " ".join(["UPDATE", self.table, "SET name = ?", "WHERE id = ?"])
        self.db.execute(statement, (sent["name"], sent["id"]))
