"""The package without its slides: slide master, slide layouts, theme and properties, our own or a template's."""
