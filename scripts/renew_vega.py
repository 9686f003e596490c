"""Renew the copy of Vega that pages carry: one file of three packages, its licence and its stamp.

    python scripts/renew_vega.py vega@6.4.0 vega-lite@6.4.3 vega-interpreter@2.3.2

Needs npm, which only developers have. Afterwards run ``tests/reporting/test_charts_vendored.py``.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "src" / "formateur" / "reporting" / "page" / "vendor"

BUILDS = {
    "vega": "package/build/vega.min.js",
    "vega-lite": "package/build/vega-lite.min.js",
    "vega-interpreter": "package/build/vega-interpreter.js",
}
"""What of each package is needed, in the order in which it must be loaded."""


def main(wanted: list[str]) -> None:
    """Fetch the packages named as ``name@version`` and write the three files."""
    packed = {one.rpartition("@")[0]: fetch(one) for one in wanted}
    if list(packed) != list(BUILDS):
        raise SystemExit(f"name a version of each of {', '.join(BUILDS)}, in this order")
    versions = {one.rpartition("@")[0]: one.rpartition("@")[2] for one in wanted}
    script = "\n".join([head(versions), *(body(name, packed[name]) for name in BUILDS), ""])
    if re.search(r"</script|<!--|sourceMappingURL", script, flags=re.IGNORECASE):
        raise SystemExit("the script could not stand inside a page")
    stamp = {"packages": versions, "sha256": sha256(script.encode()).hexdigest()}
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "vega.js").write_text(script, encoding="utf-8", newline="\n")
    (FOLDER / "vega.json").write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    licences = dict.fromkeys(member(packed[name], "package/LICENSE") for name in BUILDS)
    (FOLDER / "vega.LICENSE.txt").write_text("\n".join(licences), encoding="utf-8", newline="\n")
    print(f"{len(script.encode()):,} bytes in {FOLDER / 'vega.js'}")


def fetch(package: str) -> bytes:
    """Return the archive of a package of the npm registry; npm checks that it is whole."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(  # noqa: S603 - the packages that the developer names
            [npm, "pack", package, "--pack-destination", folder, "--silent"],
            capture_output=True, check=True, text=True,
        )  # fmt: skip
        return (Path(folder) / made.stdout.strip()).read_bytes()


def member(archive: bytes, name: str) -> str:
    """Return the text of a file of an archive."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        found = files.extractfile(name)
        if found is None:
            raise SystemExit(f"{name} is not in the archive")
        return found.read().decode()


def head(versions: dict[str, str]) -> str:
    """Return the comment that says what the file is."""
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"/*! {told}. BSD-3-Clause: vega.LICENSE.txt. Made by scripts/renew_vega.py. */"


def body(name: str, archive: bytes) -> str:
    """Return the build of a package; the interpreter, an ES module, becomes part of `vega`."""
    text = re.sub(r"\n?//# sourceMappingURL=\S+\s*", "", member(archive, BUILDS[name]))
    if name != "vega-interpreter":
        return text
    text, imports = re.subn(
        r"^import (\{[^}]+\}) from 'vega-util';$", r"const \1 = vega;", text, flags=re.MULTILINE
    )
    text, exports = re.subn(
        r"^export \{ (\w+) as (\w+) \};?$", r"vega.\2 = \1;", text, flags=re.MULTILINE
    )
    if (imports, exports) != (1, 1):
        raise SystemExit("the interpreter is built in another way than before")
    return f"(function () {{\n'use strict';\n{text}\n}})();"


if __name__ == "__main__":
    main(sys.argv[1:])
