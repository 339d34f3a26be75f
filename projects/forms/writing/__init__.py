"""The sections in which a project is written, each as a form."""

from projects.forms.writing.base import SectionForm
from projects.forms.writing.contact import ContactForm
from projects.forms.writing.lessons import LessonsForm
from projects.forms.writing.resources import ResourcesForm
from projects.forms.writing.results import ResultsForm
from projects.forms.writing.telling import HowForm, WhyForm
from projects.forms.writing.what import WhatForm
from projects.forms.writing.where import WhereForm
from projects.forms.writing.who import WhoForm

FORMS: dict[str, type[SectionForm]] = {
    "wat": WhatForm,
    "waarom": WhyForm,
    "hoe": HowForm,
    "resultaten": ResultsForm,
    "lessen": LessonsForm,
    "hulpmiddelen": ResourcesForm,
    "wie": WhoForm,
    "waar": WhereForm,
    "contact": ContactForm,
}
