"""The parts of the comparison of two texts by their figures; docs/figures-across-a-translation.md says how it goes."""
