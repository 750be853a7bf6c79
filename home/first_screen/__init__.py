"""What a society's editor sees after logging in: their page, their work, what is missing."""
