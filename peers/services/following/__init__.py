"""What people follow: kept, matched with what is new, and mailed."""
