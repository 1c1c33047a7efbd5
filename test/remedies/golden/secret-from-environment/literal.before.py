"""Settings."""
SECRET = "parcels-4711"
