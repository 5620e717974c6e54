"""A page that shows people where the language of their texts stands."""
