"""Every page of the admin works for a moderator, and for nobody else."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from peers import models as people
from projects import models
from projects.search import models as search
from tests import factories
from vindplaats.accounts.models import User
from vindplaats.jobs.models import Job
from vindplaats.mail.models import Mail

OURS = [model for model in admin.site._registry if model._meta.app_label in ("projects", "peers", "search", "accounts")]
PEERS = {people.Profile, people.Reaction, people.Mark, people.Adoption}
PEERS |= {models.Collection, people.Question, people.Answer, people.FollowUp, people.Edition}
"""What of the people's side moderators work with in the admin."""
FACTORIES = {factory._meta.model: factory for factory in vars(factories).values() if hasattr(factory, "_meta")}


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def test_subjects_of_the_admin():
    written_by_the_site = {Job, Mail}
    kept_elsewhere = {models.ProjectFunding, models.ProjectPartner, models.ProjectProgramme, models.GemeenteAlias}
    kept_elsewhere |= {models.ContactPerson, search.Synonym}
    # These have pages of their own: the queue, the pages of members, a project's history.
    kept_elsewhere |= {models.ReviewCase, models.CaseNote, models.TermProposal, models.Report, models.FormerSlug}
    kept_elsewhere |= {models.FormerPlace}
    kept_elsewhere |= {models.Registration, models.Invitation, models.Revision, models.StatusUpdate}
    kept_elsewhere |= {models.FreshnessNotice, models.CollectionItem}
    kept_elsewhere |= {
        models.ProgrammeUpdate,
        models.ProgrammeMilestone,
        models.ProgrammeDocument,
        models.ProgrammeEditor,
    }
    # The pages of a lesson and of a resource.
    kept_elsewhere |= {models.LessonCluster, models.ClusterMember, models.LessonHelp}
    kept_elsewhere |= {models.ResourceChange, models.LinkCheck}
    kept_elsewhere |= set(apps.get_app_config("peers").get_models()) - PEERS
    assert set(OURS) == (set(FACTORIES) | {User}) - kept_elsewhere - written_by_the_site
    assert set(admin.site._registry) == set(OURS) | written_by_the_site


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_pages_open(moderator_client, model):
    made = FACTORIES[model]()
    pages = [url(model, "changelist")]
    if model is not search.SearchDemand:  # only its totals are shown
        pages += [url(model, "change", made.pk), url(model, "history", made.pk)]
    # Administrators make users; what people write to each other is written on the site.
    if model not in {User, search.SearchDemand, *PEERS}:
        pages.append(url(model, "add"))
    for page in [*pages, url(model, "changelist") + "?q=zorg"]:
        response = moderator_client.get(page)
        assert response.status_code == 200, page


def queries_of(client, page):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_list_of_one_and_of_three_take_the_same_queries(moderator_client, model):
    FACTORIES[model]()
    for_one = queries_of(moderator_client, url(model, "changelist"))
    FACTORIES[model].create_batch(2)
    assert queries_of(moderator_client, url(model, "changelist")) == for_one
