class Settings:
    JSON_SORT_KEYS = False
    MAX_CONTENT_LENGTH = 4_000_000
