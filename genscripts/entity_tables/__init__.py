"""The tables of identities and names that `genscripts/entities.py` writes."""
