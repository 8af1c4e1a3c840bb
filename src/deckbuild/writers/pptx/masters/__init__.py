"""What slides are added to: masters, layouts, theme and properties, our own or those of a template."""
