"""What people type and send, checked."""
