"""Collections: those of everyone, one to read or print, and where somebody makes their own."""
