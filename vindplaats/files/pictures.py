"""A picture, drawn anew at its own size: what was hidden in the file or behind it stays behind."""

from io import BytesIO

from PIL import Image, ImageOps

from vindplaats.files.kinds import JPEG, PNG, FileKind
from vindplaats.files.refusals import BadFile, Wrong

MOST_PIXELS = 36_000_000
FORMATS = {"png": "PNG", "jpeg": "JPEG", "webp": "WEBP"}
DAMAGED = (OSError, ValueError, SyntaxError, EOFError, MemoryError)
"""What Pillow's readers raise for a file that is not what it says, or is cut short."""


def redrawn(data: bytes, kind: FileKind) -> bytes:
    """Return the first picture of the file, of the same kind; turned as the camera says, without what it tells more."""
    name = FORMATS[kind.name]
    try:
        with Image.open(BytesIO(data), formats=(name,)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise BadFile(Wrong.PIXELS)
            return _drawn(image, name, kind)
    except Image.DecompressionBombError as error:
        raise BadFile(Wrong.PIXELS) from error
    except DAMAGED as error:
        raise BadFile(Wrong.DAMAGED) from error


def _drawn(image: Image.Image, name: str, kind: FileKind) -> bytes:
    turned = ImageOps.exif_transpose(image)
    with_alpha = kind is not JPEG and turned.has_transparency_data
    flat = turned.convert("RGBA" if with_alpha else "RGB")
    flat.info = {}
    out = BytesIO()
    flat.save(out, name, **({"optimize": False} if kind is PNG else {"quality": 88}))
    return out.getvalue()
