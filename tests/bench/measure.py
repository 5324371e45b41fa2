# SPDX-License-Identifier: MIT
"""How long commands take, and how much memory."""
import os
import resource
import statistics
import subprocess
import time


def measured(command, **options):
    """(wall seconds, processor seconds) of a command that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def converted(command, target):
    """As measured, of a command that makes a new file: taking an old one away costs what that was, not what converting costs."""
    target.unlink(missing_ok=True)
    return measured(command)


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def peak_memory(command, **options):
    """(wall seconds, peak megabytes) of a command, by wait4."""
    begin = time.monotonic()
    with subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return time.monotonic() - begin, usage.ru_maxrss / 1024


def memory_while_open(command, seconds, env):
    """Peak megabytes of a program that is ended after so long, as the kernel says."""
    with subprocess.Popen([str(part) for part in command], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        process.terminate()
    return peak / 1024
