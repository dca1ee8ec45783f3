"""atheris_targets.py is a program, and needs atheris: pytest leaves it alone."""

collect_ignore = ["atheris_targets.py"]
