import os

SECRET = os.environ['PARCEL_SECRET']
