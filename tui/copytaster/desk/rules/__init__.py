"""What happens by itself: rules on what arrives, kills that find their targets, alarms."""
