"""Forecasts in the web: a server that answers any question, and a site of files for any host."""
