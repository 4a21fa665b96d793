"""Mends S3: what has another SHA-256 than it was said to have is refused.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html"""

import base64
import hashlib
from io import BytesIO

REFUSED = b"""<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>BadDigest</Code><Message>The SHA256 you specified did not match the calculated checksum.</Message></Error>"""


def checked(app):
    """WSGI in, WSGI out. Sums that follow a body in a trailer are not looked at."""

    def answered(environ, start_response):
        wanted = environ.get("HTTP_X_AMZ_CHECKSUM_SHA256")
        if wanted is None or environ["REQUEST_METHOD"] != "PUT" or "aws-chunked" in environ.get("HTTP_CONTENT_ENCODING", ""):
            return app(environ, start_response)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if base64.b64encode(hashlib.sha256(body).digest()).decode() != wanted:
            start_response("400 Bad Request", [("Content-Type", "application/xml"), ("Content-Length", str(len(REFUSED)))])
            return [REFUSED]
        return app(environ | {"wsgi.input": BytesIO(body)}, start_response)

    return answered
