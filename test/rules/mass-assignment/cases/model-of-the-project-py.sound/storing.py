from models import Parcel, session
from shapes import ParcelShape


def store(parcel):
    session.merge(Parcel(**ParcelShape(**parcel).model_dump()))
    session.commit()
