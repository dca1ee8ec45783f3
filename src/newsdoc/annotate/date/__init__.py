"""The grammar of dates, one concern a module."""
