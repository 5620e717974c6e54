"""Text of a block: tokens and sentences."""
