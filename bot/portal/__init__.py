"""What a parent may see and do with a filed request, by a link that was mailed."""
