"""One stylesheet from many small ones, without a bundler."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\) layer\((?P<layer>[\w-]+)\);')

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class BundlingStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed files; `css/site.css` with everything it imports written into it.

    A browser fetches imports one round trip later than the file that names them, and many
    small files compress worse than one, so readers on slow lines get one stylesheet.
    """

    bundle = "css/site.css"

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run and self.bundle in paths:
            self.write_bundle(paths)
            paths = {**paths, self.bundle: (self, self.bundle)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def write_bundle(self, paths):
        """Write the bundle over the collected copy, always from the sources."""

        def inlined(match):
            return f"@layer {match['layer']} {{ {read(paths, 'css/' + match['name'])} }}"

        css = COMMENT.sub("", IMPORT.sub(inlined, read(paths, self.bundle)))
        self.delete(self.bundle)
        self._save(self.bundle, ContentFile(css.encode()))


def read(paths, name):
    """Return the text of a collected file's source."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
