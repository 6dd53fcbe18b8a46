"""What people enter by hand: verdicts on claims, corrections, and claims of their own.

values       what a person writes for a role, as the claim holds it
words        where the words that a person names stand in a document
corrections  a claim put right in its fields
verdicts     a reader's verdict on a claim, ready to be recorded
records      a claim entered with its words and their citation
"""
