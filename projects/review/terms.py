"""Terms that members miss."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.models import ReviewCase, TermProposal, Theme
from projects.services.review import terms as services
from projects.services.review.kinds import Asked, Decision, Kind
from projects.services.review.vocabulary import LISTS, Term, nearest, projects_that_say
from projects.states import Outcome, TermKind
from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField


class AcceptForm(forms.Form):
    """Under which name a term comes into its list."""

    name = CleanCharField(label=_("Naam"), max_length=100)
    name_en = CleanCharField(label=_("Naam in het Engels"), max_length=100, required=False)
    parent = forms.ModelChoiceField(
        Theme.objects.none(),
        label=_("Hoort bij thema"),
        required=False,
        empty_label=_("Bij geen: een hoofdthema"),
    )

    def __init__(self, proposal: TermProposal, **given: Any) -> None:
        super().__init__(initial={"name": proposal.name}, label_suffix="", **given)
        if proposal.kind == TermKind.THEME:
            self.fields["parent"].queryset = Theme.objects.main().in_order()
        else:
            del self.fields["parent"]


class MergeForm(forms.Form):
    """Which term says it already: 'theme:beeldzorg'."""

    into = forms.ChoiceField(label=_("Bestaande term"))
    as_other_word = forms.BooleanField(
        label=_("Onthoud het voorstel als ander woord voor deze term"), required=False, initial=True
    )

    def __init__(self, proposal: TermProposal, **given: Any) -> None:
        super().__init__(label_suffix="", **given)
        self._terms = {f"{one.kind}:{term.slug}": term for one in LISTS.values() for term in one.model.objects.all()}
        near = [(_key(term), str(term.label)) for term in nearest(proposal.name)]
        lists = [(str(TermKind(kind).label), self._of(kind)) for kind in _own_list_first(proposal.kind)]
        self.fields["into"].choices = [("", _("Kies een term")), (_("Lijkt er het meest op"), near), *lists]

    def _of(self, kind: str) -> list[tuple[str, str]]:
        names = [(key, str(term.label)) for key, term in self._terms.items() if key.startswith(f"{kind}:")]
        return sorted(names, key=lambda choice: choice[1].casefold())

    def clean_into(self) -> Term:
        """Return the term itself."""
        try:
            return self._terms[self.cleaned_data["into"]]
        except KeyError as error:
            raise ValidationError(_("Kies een term uit de lijst.")) from error


def load(pk: int) -> TermProposal | None:
    """Return the proposal, with who asked and for which project."""
    found = TermProposal.objects.select_related("project__institute", "proposed_by")
    return found.filter(pk=pk).first()


def context(case: ReviewCase, proposal: TermProposal) -> dict[str, Any]:
    """Return which terms are like it, which projects say it, and who else asks for it."""
    found, count = projects_that_say(proposal.name)
    return {
        "proposal": proposal,
        "near": [{"term": term, "list": TermKind(_kind(term)).label} for term in nearest(proposal.name)],
        "said_by": found,
        "said_count": count,
        "others": services.same_proposals(proposal),
    }


def decisions(proposal: TermProposal) -> Sequence[Decision]:
    """Return the three ways to answer."""
    return (ACCEPT, MERGE, DECLINE)


def _accept(proposal: TermProposal, *, by: User, **answers: Any) -> Term:
    return services.accept_term(proposal=proposal, by=by, **answers)


def _merge(proposal: TermProposal, *, by: User, **answers: Any) -> Term:
    return services.merge_term(proposal=proposal, by=by, **answers)


def _decline(proposal: TermProposal, *, by: User, reason: str) -> TermProposal:
    return services.decline_term(proposal=proposal, by=by, reason=reason)


def _kind(term: Term) -> str:
    return next(one.kind for one in LISTS.values() if one.model is type(term))


def _key(term: Term) -> str:
    return f"{_kind(term)}:{term.slug}"


def _own_list_first(kind: str) -> list[str]:
    return sorted(LISTS, key=lambda one: one != kind)


ACCEPT = Decision(
    "opnemen",
    _("Opnemen"),
    _("De term komt in de lijst, en bij het project dat erom vroeg. De vrager krijgt bericht."),
    _accept,
    form=AcceptForm,
    is_main=True,
)
MERGE = Decision(
    "samenvoegen",
    _("Gelijkstellen"),
    _("Het project krijgt de bestaande term. De vrager krijgt bericht."),
    _merge,
    form=MergeForm,
)
DECLINE = Decision(
    "afwijzen", _("Afwijzen"), _("De term komt er niet. De vrager krijgt uw bericht."), _decline, text=Asked.MUST
)
KIND = Kind(
    services.KIND,
    _("Voorgestelde term"),
    load,
    "admin/review/_term.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: _("Opgenomen of gelijkgesteld")},
    in_bulk=(ACCEPT,),
    sender=_("wie de term voorstelde"),
)
