"""Questions and answers: the finder, the page of a question, and what people do there."""
