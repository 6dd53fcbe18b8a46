"""The rules by which facts are found not to go together, one module for each thing they are of."""
