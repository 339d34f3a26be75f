"""Take a file that a visitor sends without ever writing it to a disk."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

CHUNK = 64 * 1024
MOST_DRAINED = 20 * 1024 * 1024


class MemoryOnly(FileUploadHandler):
    """Keep files in memory, all of a request together up to `most_bytes`; of what is larger only its size is known."""

    def __init__(self, request: HttpRequest, most_bytes: int) -> None:
        super().__init__(request)
        self.most_bytes, self.taken = most_bytes, 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start a file."""
        super().new_file(*args, **kwargs)
        self.content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Add a piece; once it is too much, let go of all of it and keep reading to the end."""
        self.taken += len(raw_data)
        if self.taken <= self.most_bytes:
            self.content.write(raw_data)
        else:
            self.content = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the file; its size is the true one, also when its content was let go."""
        self.content.seek(0)
        kinds = (self.content_type, file_size, self.charset, self.content_type_extra)
        return InMemoryUploadedFile(self.content, self.field_name, self.file_name, *kinds)


def drain(request: HttpRequest) -> None:
    """Read what a visitor is still sending, within reason: a browser shows an answer only after it sent everything."""
    left = MOST_DRAINED
    while left > 0 and (piece := request.read(CHUNK)):
        left -= len(piece)
