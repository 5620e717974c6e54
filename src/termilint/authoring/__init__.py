"""For those who write rules: begin one, check its words, run its examples, show it as it holds."""
