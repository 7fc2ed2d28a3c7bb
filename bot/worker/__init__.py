"""The process that works by itself: delivers the outbox, watches the clock, erases in time."""
