"""The commands, one module each: a function of the command's name, and its EXAMPLE for help."""
