"""Replaces what moto does wrong."""

import sys


def replace(old, new):
    """Replaces a function wherever a module of moto has imported it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("moto."):
            for attribute, value in list(vars(module).items()):
                if value is old:
                    setattr(module, attribute, new)
    return old


def method(cls):
    """Replaces a method of a class; the new one is given the old one first."""

    def with_new(new):
        old = getattr(cls, new.__name__, None)
        setattr(cls, new.__name__, lambda *args, **kwargs: new(old, *args, **kwargs))
        return new

    return with_new


def class_method(cls):
    """Replaces a class method; the new one is given the old one in place of the class."""

    def with_new(new):
        old = getattr(cls, new.__name__)
        setattr(cls, new.__name__, classmethod(lambda _cls, *args, **kwargs: new(old, *args, **kwargs)))
        return new

    return with_new
