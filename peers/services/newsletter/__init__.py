"""The newsletter: who asked for it, what stands in it, and sending it."""
