"""The claims of a story, one kind of rule a file."""
