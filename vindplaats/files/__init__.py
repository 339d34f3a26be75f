"""Take a file that somebody wants to give to everyone: told by its content, looked through, and made harmless.

`checking.check` gives the file as it may be kept and served, or raises `BadFile`, which `messages` puts in words.
Pictures are drawn anew and office files packed anew, so that nothing that was hidden around them comes along. A PDF is
kept as it is, and refused when it can do more than show pages. The name under which a file was sent decides nothing.
"""
