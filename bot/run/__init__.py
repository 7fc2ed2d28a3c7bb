"""The supervisor behind `make run`: starts the processes, watches them and stops them."""
