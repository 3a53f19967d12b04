#!/usr/bin/env python3
"""One `hypelint stream` process behind a function that always answers.

As a program: hypelint_worker.py [--timeout SECONDS] COMMAND… reads JSON lines and writes one answer for each, like
COMMAND itself, but starts COMMAND anew when a document ends it.
"""

import argparse
import json
import re
import subprocess
import sys
import threading

# What `hypelint stream` passes over.
BLANK = b" \t\r\n"
# The end of an error record; a report ends in a list.
ERROR_LINE = re.compile(rb'"line":\d+\}\}\n$')

TIMEOUT = 120.0  # seconds for one document
ATTEMPTS = 2  # for a document that ends the process


class Stream:
    """Keeps one process and talks to it line by line. For one thread at a time."""

    def __init__(self, command, timeout=TIMEOUT):
        self.command = list(command)
        self.timeout = timeout
        self.process = None

    def answer(self, line, number):
        """The answer to one line, itself a line; `number` is the line's place in the input, for error records.

        A document that ends the process, or takes longer than the timeout, gets an error record with the code
        "worker". OSError: the command cannot be started. RuntimeError: it ends with code 2 (wrong flags or packs).
        """
        why = ""
        for _ in range(ATTEMPTS):
            answer, why = self._ask(line)
            if answer:
                return ERROR_LINE.sub(b'"line":%d}}\n' % number, answer)
        return error_record(line, why, number)

    def close(self):
        """Ends the process."""
        process, self.process = self.process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        process.kill()
        process.wait()

    def _ask(self, line):
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process = self.process
        late = threading.Event()

        def stop():
            late.set()
            process.kill()

        timer = threading.Timer(self.timeout, stop)
        timer.start()
        try:
            process.stdin.write(line.rstrip(b"\r\n") + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = b""
        finally:
            timer.cancel()
        if answer.endswith(b"\n"):
            return answer, ""
        return None, self._end(late.is_set())

    def _end(self, late):
        """Why there was no answer, once the process has ended."""
        try:
            code = self.process.wait(5)
        except subprocess.TimeoutExpired:
            code = None
        self.close()
        if late:
            return "no answer within %g seconds" % self.timeout
        if code == 2:
            raise RuntimeError("`%s` ended with code 2: wrong flags or packs" % " ".join(self.command))
        if code is None:
            return "hypelint closed its output"
        return "hypelint was ended by signal %d" % -code if code < 0 else "hypelint ended with code %d" % code


def error_record(line, message, number):
    """An error record as `hypelint stream` writes it."""
    try:
        record = json.loads(line)
        identity = record.get("id") if isinstance(record, dict) else None
    except (ValueError, RecursionError):
        identity = None
    error = {"code": "worker", "message": message, "line": number}
    return (json.dumps({"id": identity, "error": error}, separators=(",", ":")) + "\n").encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--timeout", type=float, default=TIMEOUT,
                        help="seconds for one document (default: %(default)g)")
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="COMMAND")
    options = parser.parse_args()
    stream = Stream(options.command or ["hypelint", "stream"], options.timeout)
    try:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip(BLANK):
                sys.stdout.buffer.write(stream.answer(line, number))
                sys.stdout.buffer.flush()
    finally:
        stream.close()


if __name__ == "__main__":
    main()
