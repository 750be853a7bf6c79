"""The populations, outcomes, topics and sources that figures point to, and their own pages."""
