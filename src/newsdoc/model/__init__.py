"""What every pass speaks of. Imports nothing of the rest of newsdoc."""
