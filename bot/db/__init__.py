"""The database: connections, transactions, column types and migrations."""
