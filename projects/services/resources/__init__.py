"""Resources that stand by themselves: sent in by an institute, decided on by moderators, kept with file and link."""
