"""What an administrator of the machine does by hand: keys, engines, back-ups."""
