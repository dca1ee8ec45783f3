"""Behind :func:`newsdoc.render`: figures, words, and the two grammars for quantities and for dates."""
