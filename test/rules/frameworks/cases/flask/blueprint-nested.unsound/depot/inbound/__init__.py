from flask import Blueprint

from .carrier import carrier
from .weather import weather

inbound = Blueprint("inbound", __name__, url_prefix="/hooks")
inbound.register_blueprint(weather, url_prefix="/weather")
inbound.register_blueprint(carrier, url_prefix="/carrier")
