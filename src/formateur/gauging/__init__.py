"""Gauging events: what each did to votes and seats, and what it would take to change the answer."""

from formateur.gauging.effects import Gauged, gauge
from formateur.gauging.headlines import Headline, Sensitivity, sensitivity
from formateur.gauging.kinship import kinship_of

__all__ = ["Gauged", "Headline", "Sensitivity", "gauge", "kinship_of", "sensitivity"]
