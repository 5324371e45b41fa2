#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What .ci/setup does on systems of several kinds, each made of a folder with stand-ins for dpkg-query and apt-get."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SETUP = pathlib.Path(__file__).resolve().parents[2] / ".ci" / "setup"
PLAIN = ["bash", "awk", "sort", "sed", "dirname", "cat", "mktemp", "tail", "rm", "id", "env", "grep", "paste"]

DPKG = '#!/bin/sh\nfor name; do :; done\ngrep -qx "$name" {installed} && printf "install ok installed"\n'
APT = '#!/bin/sh\necho "$@" >> {calls}\n[ "$1" = update ] || {{ echo "E: apt speaks" >&2; exit {status}; }}\n'
APT_CACHE = '#!/bin/sh\nfor name; do grep -qx "$name" {unknown} || echo "Package: $name"; done\n'


class System:
    """A system whose packages are `installed`, whose apt never heard of `unknown` and answers `status` when it is to
    install; without apt where that is None."""

    def __init__(self, folder, installed=(), unknown=(), status=0):
        self.folder = pathlib.Path(folder)
        self.calls = self.folder / "calls"
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for tool in PLAIN:
            (self.bin / tool).symlink_to(shutil.which(tool))
        if status is not None:
            for known, names in (("installed", installed), ("unknown", unknown)):
                (self.folder / known).write_text("".join(f"{name}\n" for name in names))
            self.tool("dpkg-query", DPKG.format(installed=self.folder / "installed"))
            self.tool("apt-get", APT.format(calls=self.calls, status=status))
            self.tool("apt-cache", APT_CACHE.format(unknown=self.folder / "unknown"))
        self.tool("sudo", '#!/bin/sh\nexec "$@"\n')

    def tool(self, name, text):
        path = self.bin / name
        path.write_text(text)
        path.chmod(0o755)

    def setup(self, *sections, **environment):
        return subprocess.run([SETUP, *sections], env={"PATH": str(self.bin), **environment}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)

    def apt_calls(self):
        return self.calls.read_text().splitlines() if self.calls.exists() else []


class Setup(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_missing_packages_are_named_and_apt_is_asked_once(self):
        system = System(self.folder.name, installed=["cmake", "g++"])
        result = system.setup("libsubs")
        self.assertEqual(result.returncode, 0)
        self.assertIn("libicu-dev", result.stdout)
        installs = [call for call in system.apt_calls() if "install" in call.split()]
        self.assertEqual(len(installs), 1)
        self.assertIn("libicu-dev", installs[0])
        self.assertNotIn(" cmake ", installs[0] + " ")

    def test_only_the_sections_asked_for_are_installed(self):
        system = System(self.folder.name)
        system.setup("libsubs")
        self.assertNotIn("libass-dev", " ".join(system.apt_calls()))

    def test_nothing_missing_says_nothing_and_asks_nothing(self):
        listed = [line for line in (SETUP.parent / "packages").read_text().splitlines() if line and line[0] not in "#["]
        system = System(self.folder.name, installed=listed)
        result = system.setup("libsubs", "app", "tests")
        self.assertEqual((result.returncode, result.stdout, system.apt_calls()), (0, "", []))

    def test_another_distribution_gets_the_list(self):
        result = System(self.folder.name, status=None).setup("libsubs", "app")
        self.assertEqual(result.returncode, 1)
        self.assertIn("This system has no apt", result.stdout)
        self.assertIn("libass-dev", result.stdout)
        self.assertIn("SUBS_NO_INSTALL=1", result.stdout)

    def test_an_apt_that_lacks_a_package_gets_the_list_and_says_nothing(self):
        system = System(self.folder.name, unknown=["libtomlplusplus-dev"], status=100)
        result = system.setup("libsubs", "app")
        self.assertEqual(result.returncode, 1)
        self.assertIn("This system's apt does not know libtomlplusplus-dev.", result.stdout)
        self.assertIn("  libass-dev", result.stdout)
        self.assertIn("SUBS_NO_INSTALL=1", result.stdout.splitlines()[-1])
        self.assertNotIn("apt speaks", result.stdout)
        self.assertEqual([call.split()[0] for call in system.apt_calls()], ["update"])

    def test_an_apt_that_fails_is_reported_with_the_list(self):
        result = System(self.folder.name, status=100).setup("libsubs")
        self.assertEqual(result.returncode, 1)
        self.assertIn("apt could not install", result.stdout)
        self.assertIn("  libicu-dev", result.stdout)

    def test_installing_can_be_left_to_the_user(self):
        system = System(self.folder.name, status=None)
        self.assertEqual(system.setup("libsubs", SUBS_NO_INSTALL="1").returncode, 0)


if __name__ == "__main__":
    os.environ.pop("SUBS_NO_INSTALL", None)
    unittest.main()
