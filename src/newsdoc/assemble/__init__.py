"""The last pass: the parts of the page become the article of the model, with its annotations."""
