"""What a contact request is about: one project, one expert or one institute."""

from dataclasses import dataclass
from typing import Any, Self

from peers.models import ContactRequest, Profile
from projects.models import Institute, Project


@dataclass(frozen=True)
class Subject:
    """One of the three; all None once the thing itself is gone."""

    project: Project | None = None
    profile: Profile | None = None
    institute: Institute | None = None

    @classmethod
    def of(cls, request: ContactRequest) -> Self:
        """Return what a request is about."""
        return cls(project=request.project, profile=request.profile, institute=request.institute)

    @property
    def thing(self) -> Project | Profile | Institute | None:
        """The one that it is."""
        return self.project or self.profile or self.institute

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.thing or "")

    @property
    def organisation(self) -> Institute | None:
        """The institute that it belongs to, or is."""
        return self.institute or (self.project.institute if self.project else None)

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of a request that say so."""
        return {"project": self.project, "profile": self.profile, "institute": self.institute}
