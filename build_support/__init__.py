"""Code that runs while the package is built and is not part of the wheel."""
