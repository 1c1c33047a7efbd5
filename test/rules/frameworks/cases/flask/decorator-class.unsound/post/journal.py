import logging

journal = logging.getLogger("post")
