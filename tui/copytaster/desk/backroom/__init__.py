"""The process behind the screen: reads the wires, relates them, and tells what it found."""
