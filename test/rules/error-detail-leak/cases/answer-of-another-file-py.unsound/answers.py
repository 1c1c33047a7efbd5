from flask import jsonify


def failed(problem):
    return jsonify(error="failed", reason=str(problem)), 500  # want error-detail-leak "the text of an exception"
