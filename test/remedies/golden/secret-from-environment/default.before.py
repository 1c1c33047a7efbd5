import os

SECRET = os.environ.get('PARCEL_SECRET', 'super-secret-key')
