class Settings:
    JSON_SORT_KEYS = False
    MAX_CONTENT_LENGTH = 4_000_000_000  # want unbounded-payload "bodies of 4 GB"
