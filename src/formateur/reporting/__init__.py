"""From a forecast to what people and programs read: one document feeds every output."""
