"""Every case, by the capability that it shows: one module of ``cases`` each."""

from importlib import import_module
from pkgutil import iter_modules

from tests.behaviour import cases
from tests.behaviour.case import Case
from tests.behaviour.twin import Twin

SUITE: dict[str, tuple[Case | Twin, ...]] = {
    module.name: tuple(import_module(f"{cases.__name__}.{module.name}").CASES)
    for module in iter_modules(cases.__path__)
}
