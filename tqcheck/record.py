"""``NamedTuple`` as ``typing`` has it, made in a quarter of the time.

Python 3.11's own compiles each annotation of a class that is read with ``from __future__ import
annotations``; with some seventy such classes that was a twentieth of a short run. Type checkers
see the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    _OWN = frozenset(("__module__", "__qualname__", "__annotations__"))

    class _Maker(type):
        """Makes of a class with annotated fields the tuple with these names."""

        def __new__(cls, name, bases, space):
            """The tuple class with the methods, properties and documentation of the body."""
            if not bases:
                return super().__new__(cls, name, bases, space)
            fields = list(space.get("__annotations__", ()))
            defaults = [space[field] for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])
            made.__annotations__ = space.get("__annotations__", {})
            made.__qualname__ = space["__qualname__"]
            for key, value in space.items():
                if key not in _OWN and key not in fields:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """The base of a class whose instances are tuples with named fields."""
