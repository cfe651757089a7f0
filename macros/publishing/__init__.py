"""What a site publishes beside its pages: data, their schemas, feeds, and settings for web servers."""
