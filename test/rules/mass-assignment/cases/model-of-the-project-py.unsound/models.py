from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

Base = declarative_base()
session = sessionmaker(bind=create_engine("postgresql:///post"))()


class Parcel(Base):
    __tablename__ = "parcels"
    number = Column(Integer, primary_key=True)
    status = Column(String)
    owner = Column(String)
