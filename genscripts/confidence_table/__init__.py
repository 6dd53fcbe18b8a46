"""The table of confidence: how odds and factors are fitted, and how they are written down."""
