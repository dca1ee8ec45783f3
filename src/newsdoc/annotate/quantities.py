"""To be written by the helper for quantities."""
def quantities(text, **options):
    return []
