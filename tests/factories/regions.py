"""Municipalities and regions."""

import datetime

import factory

from projects import models
from tests.factories.base import Factory, links


class GemeenteFactory(Factory):
    """A municipality."""

    class Meta:
        model = models.Gemeente

    code = factory.Sequence(lambda n: f"GM{n:04}")
    name = factory.Sequence(lambda n: f"Gemeente {n}")
    slug = factory.Sequence(lambda n: f"gemeente-{n}")


class GemeenteAliasFactory(Factory):
    """Another name of a municipality."""

    class Meta:
        model = models.GemeenteAlias

    gemeente = factory.SubFactory(GemeenteFactory)
    name = factory.Sequence(lambda n: f"Dorp {n}")


class RegionSchemeFactory(Factory):
    """A way to divide the country, in force."""

    class Meta:
        model = models.RegionScheme

    slug = factory.Sequence(lambda n: f"indeling-{n}")
    name = factory.Sequence(lambda n: f"Indeling {n}")
    valid_from = datetime.date(2025, 1, 1)


class RegionFactory(Factory):
    """A region; `gemeenten` is a list."""

    class Meta:
        model = models.Region

    scheme = factory.SubFactory(RegionSchemeFactory)
    code = factory.Sequence(lambda n: f"R{n}")
    name = factory.Sequence(lambda n: f"Regio {n}")
    slug = factory.Sequence(lambda n: f"regio-{n}")
    gemeenten = links("gemeenten")
