from .seal import Seal

seal = Seal()
