"""Take a picture that somebody sends: looked at before it is unpacked, drawn anew, and nothing else of it kept."""

from enum import IntEnum
from io import BytesIO

from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP")
"""No SVG: that is a program."""
MOST_BYTES = 1024 * 1024
MOST_PIXELS = 9_000_000
"""About 36 MB once unpacked, whatever the file weighs: a small file may hold an enormous picture."""
LARGEST = (640, 320)
"""Width and height in pixels of what is kept, twice as much as is shown."""
SUFFIX, CONTENT_TYPE = ".webp", "image/webp"


class Wrong(IntEnum):
    """Why a picture is not taken."""

    TOO_HEAVY = 1
    TOO_LARGE = 2
    NO_PICTURE = 3


class BadImage(Exception):
    """The picture is not taken; `wrong` says why."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.name)
        self.wrong = wrong


def redrawn(data: bytes) -> bytes:
    """Return the picture as WebP of at most LARGEST, without what was hidden in the file; BadImage if it is none.

    Only the first picture of several is kept. A photograph is turned as the camera says.
    """
    if len(data) > MOST_BYTES:
        raise BadImage(Wrong.TOO_HEAVY)
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise BadImage(Wrong.TOO_LARGE)
            return _drawn(image)
    except Image.DecompressionBombError as error:
        raise BadImage(Wrong.TOO_LARGE) from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        # What Pillow's readers raise for a file that is not what it says, or is cut short.
        raise BadImage(Wrong.NO_PICTURE) from error


def _drawn(image: Image.Image) -> bytes:
    # A JPEG may be unpacked at a half, a quarter or an eighth of its size at once.
    image.draft("RGB", LARGEST)
    turned = ImageOps.exif_transpose(image)
    flat = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    flat.thumbnail(LARGEST)
    flat.info = {}
    out = BytesIO()
    flat.save(out, "WEBP", quality=90, method=4)
    return out.getvalue()
