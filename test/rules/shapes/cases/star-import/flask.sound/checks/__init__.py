from .genuine import *
