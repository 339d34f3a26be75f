"""Open an address that somebody else wrote, without ever reaching what is not public.

`looking.Looker` tells whether a web address answers. The name is looked up once, every address that it has is judged
(`addresses`), and the connection goes to the very address that was judged; after each redirect the same again. Why this
is our own: docs/decisions/0027-links-are-opened-from-the-outside.md.
"""
