"""What holds for every address that programs read: errors as JSON, headers, and bodies within a limit."""
