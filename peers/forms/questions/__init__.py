"""What people fill in to ask, to answer, and to propose a lesson."""
