"""`python -m legation`: the command line, where its script is not on the path."""

from legation.doors.cli import main

if __name__ == "__main__":
    main()
