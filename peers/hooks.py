"""What stands on the pages of this app and is made elsewhere in it: one place to add something to each page."""

from vindplaats.hooks import Hook

question_page: Hook = Hook("question_page")
"""Called with a question and the user; each function returns the `projects.hooks.Part`s that it has for its page."""
