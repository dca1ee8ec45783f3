"""Who said what: the parts behind :mod:`newsdoc.annotate.quotes`, one concern a module.

``words`` compiles the tables, ``marks`` pairs quotation marks, ``terms`` parts speech from quoted terms, ``speaker``
reads a
noun phrase as a person, ``subject`` finds that phrase beside a reporting verb, ``memory`` knows who was named before,
``chinese`` and ``english`` put them together.
"""
