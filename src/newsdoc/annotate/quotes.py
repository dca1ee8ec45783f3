"""To be written by the helper for quotes."""
def quotes(text, **options):
    return []
