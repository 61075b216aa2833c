"""hello-bot: a small service that keeps messages, the sample application of Slipway."""
