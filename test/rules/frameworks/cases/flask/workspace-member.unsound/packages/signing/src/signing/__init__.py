from .proof import signed_by

__all__ = ["signed_by"]
