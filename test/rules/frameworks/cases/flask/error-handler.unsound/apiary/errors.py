class Unsigned(Exception):
    pass
