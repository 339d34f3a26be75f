"""The search engine: the one package that knows how texts become findable."""
