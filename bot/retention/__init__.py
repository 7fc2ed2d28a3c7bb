"""How long a school keeps what (bewaartermijn): rules as a table, and the date that follows."""
