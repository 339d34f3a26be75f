"""What becomes of a question and its answers: one module for each thing that can be done."""
