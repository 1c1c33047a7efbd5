from elasticsearch import Elasticsearch


class Search:
    def __init__(self):
        self.es = Elasticsearch("http://search:9200")

    def remove(self, index, number):
        self.es.delete(index=index, id=number)  # want payload-chosen-resource "decides which index"
