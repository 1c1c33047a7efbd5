from models import Parcel, session


def store(parcel):
    session.add(Parcel(**parcel))  # want mass-assignment "goes into `session.add`"
    session.commit()
