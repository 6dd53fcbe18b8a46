"""The commands of `legation review`: verdicts, files of them, and the desk."""
