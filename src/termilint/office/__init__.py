"""Office files: zip packages of XML parts, read and rewritten part by part."""
