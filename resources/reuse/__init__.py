"""What others may take along: data files, citations, structured data for search engines."""
