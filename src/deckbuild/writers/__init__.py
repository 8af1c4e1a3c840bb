"""Writers turn finished frames and pages into files. They hold no geometry and make no decisions."""
