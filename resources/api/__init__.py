"""Statistics, resources and what they share, in the API."""
