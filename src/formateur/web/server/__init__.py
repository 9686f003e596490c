"""The server: the same pages as the report, for any day and any what-if, and the JSON API."""
