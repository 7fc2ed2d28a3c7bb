"""What an administrator of the machine does by hand: keys, back-ups."""
