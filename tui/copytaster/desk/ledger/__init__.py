"""Every decision, who took it and when, and the way back; written before it shows."""
