"""The lines of the state of a relation, one module each: from facts to findings."""
