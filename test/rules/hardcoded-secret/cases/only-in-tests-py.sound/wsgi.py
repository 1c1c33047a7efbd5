import os

from meters.app import create_app

app = create_app(os.environ["METER_SECRET"])
