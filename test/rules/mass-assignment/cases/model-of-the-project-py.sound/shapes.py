from pydantic import BaseModel


class ParcelShape(BaseModel):
    number: int
    status: str
