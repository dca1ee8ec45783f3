"""Behind :func:`newsdoc.quantities`: tables, the two grammars, and how a figure becomes a Quantity."""
