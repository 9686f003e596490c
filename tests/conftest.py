"""Settings that hold for all tests."""

from hypothesis import settings

# No deadline: how long an example takes says nothing on a machine that others use too.
settings.register_profile("formateur", deadline=None)
settings.load_profile("formateur")
