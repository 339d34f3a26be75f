"""What members say of projects and lessons from experience of their own; it stands on the site at once."""

from peers.services.reactions.adopting import adopt, take_adoption_back
from peers.services.reactions.limits import TooMany
from peers.services.reactions.marking import mark, take_mark_back
from peers.services.reactions.reacting import react, take_reaction_back

__all__ = ["TooMany", "adopt", "mark", "react", "take_adoption_back", "take_mark_back", "take_reaction_back"]
