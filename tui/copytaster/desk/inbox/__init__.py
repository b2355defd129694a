"""Files become entries: folders looked at and watched, files parsed in processes of their own."""
