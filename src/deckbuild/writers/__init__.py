"""Writers translate finished frames and strips to files. They hold no geometry and make no decisions."""
