"""What waits for moderators: the queue, a page for each case, the norms, and what is put together."""
