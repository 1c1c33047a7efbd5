import logging

from flask import jsonify


def failed(problem):
    logging.error("failed: %s", str(problem))
    return jsonify(error="failed"), 500
