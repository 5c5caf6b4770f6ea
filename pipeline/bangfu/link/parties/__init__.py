"""Who paid whom for what: each way to say it a small rule."""
