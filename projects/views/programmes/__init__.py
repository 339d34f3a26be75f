"""The pages of programmes: all of them, one with its progress, what its editors told, a report to print."""
