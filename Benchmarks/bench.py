"""Times the program against its peers in one run, each pair in turn, and prints medians and ratios.

usage: bench.py REPOSITORY [name ...]
The environment variable NAPKIN_PROGRAM names the release program; `engine` stands for all benchmarks of the engine.
"""

import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

import pyte

import generated
from engine import EngineBench
from live import LiveBench

COLUMNS, ROWS = 100, 40


class Terminal:
    """A program behind a pseudo-terminal, every byte that it writes with the time of its arrival."""

    def __init__(self, command, environment):
        self.start = time.perf_counter()
        self.chunks = []
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            # Before the program starts, so that it never sees another size.
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], command, environment)

    def read(self, quiet=0.15):
        """Reads until nothing has come for `quiet` seconds; gives the time of the last byte."""
        last = None
        while True:
            ready, _, _ = select.select([self.descriptor], [], [], quiet)
            if not ready:
                return last
            try:
                data = os.read(self.descriptor, 65536)
            except OSError:
                return last
            if not data:
                return last
            last = time.perf_counter()
            self.chunks.append((last, data))

    def send(self, data):
        os.write(self.descriptor, data)

    def resize(self, columns, rows):
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def first_text(self, length=1500):
        """When so many bytes had come, in seconds from the start: a first screen, whatever is filled in later."""
        size = 0
        for at, data in self.chunks:
            size += len(data)
            if size >= length:
                return at - self.start
        return self.chunks[-1][0] - self.start

    def peak_memory(self):
        """The most memory that the program had, in KB; 0 where the system does not say."""
        try:
            with open(f"/proc/{self.pid}/status") as status:
                return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        except OSError:
            return 0

    def close(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)

    def first_full_screen(self):
        """When the screen first showed what it showed in the end, in seconds from the start."""
        final = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(final)
        for _, data in self.chunks:
            stream.feed(data)
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        for at, data in self.chunks:
            stream.feed(data)
            if screen.display == final.display:
                return at - self.start
        return None


class Bench:
    def __init__(self, repository):
        self.program = os.environ["NAPKIN_PROGRAM"]
        self.book = os.path.join(repository, "Content")
        self.chapter = os.path.join(self.book, "chapters", "05-neural-computation.md")
        self.home = tempfile.mkdtemp(prefix="napkin-bench-")
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
            "NAPKIN_BOOK": self.book, "XDG_DATA_HOME": os.path.join(self.home, "data"),
            "XDG_CACHE_HOME": os.path.join(self.home, "cache"),
        }

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def screen_shown(self, command):
        """A program that has shown its first screen, and was ended. It is started on a machine that has come to rest, as a
        person starts it."""
        time.sleep(0.3)
        terminal = Terminal(command, self.environment)
        terminal.read()
        terminal.close()
        return terminal

    def first_screen(self):
        """First screen of the book beside `less` on the same chapter file: with the frame that was kept at the last end, with
        one that was kept for a window of another size, and with nothing kept; at the beginning, and where a chapter was left
        in its middle."""
        cache = os.path.join(self.environment["XDG_CACHE_HOME"], "napkin")
        prepare = {
            "first screen": lambda: None,
            "first screen, other window": lambda: self.resize_frame(cache),
            "first screen, no cache": lambda: shutil.rmtree(cache, ignore_errors=True),
            "first screen in the middle": lambda: None,
            "first screen in the middle, other window": lambda: self.resize_frame(cache),
        }
        for name, change in prepare.items():
            if name == "first screen in the middle":
                self.leave_in_the_middle()
            ours, theirs = [], []
            for round in range(21):
                change()
                a = self.screen_shown([self.program])
                b = self.screen_shown(["less", self.chapter])
                if round:
                    ours.append(a)
                    theirs.append(b)
            # Finding out when takes as long as all runs, so that it is done after them.
            ours, theirs = ([terminal.first_full_screen() for terminal in runs] for runs in (ours, theirs))
            self.report(name, ours, "less", theirs)

    def resize_frame(self, cache):
        """Makes the frame that was kept one for a window of another size."""
        path = os.path.join(cache, "first-frame")
        if not os.path.exists(path):
            return
        with open(path, "rb") as file:
            frame = file.read()
        size = f"{COLUMNS}x{ROWS}".encode()
        if size not in frame:
            sys.exit(f"bench: the frame in {path} does not say the size of its window")
        with open(path, "wb") as file:
            file.write(frame.replace(size, f"{COLUMNS - 1}x{ROWS}".encode(), 1))

    def leave_in_the_middle(self):
        """Leaves the book in the middle of its longest chapter, all of it read and kept."""
        terminal = Terminal([self.program, "read", "5"], self.environment)
        terminal.read(5)
        for key in [b"50%", b"j", b"q"]:
            terminal.send(key)
            terminal.read(0.5)
        terminal.close()

    def large_book(self):
        """First screen of a book of 1,000 chapters and 100 MB beside one of ten such chapters, and its memory at rest."""
        folders = {count: generated.book(os.path.join(self.home, f"book-{count}"), count) for count in (10, 1000)}
        for name, keeps in [("no cache", False), ("second start", True)]:
            times = {count: [] for count in folders}
            for round in range(6):
                for count, folder in folders.items():
                    if not keeps:
                        shutil.rmtree(self.environment["XDG_CACHE_HOME"], ignore_errors=True)
                    environment = self.environment | {"NAPKIN_BOOK": folder}
                    terminal = Terminal([self.program, "read", "3"], environment)
                    # Until the whole book was read, so that a second start finds it in the cache.
                    quiet = 20 if keeps and round == 0 and count == 1000 else 0.5
                    terminal.read(quiet)
                    if round:
                        times[count].append(terminal.first_text())
                    if keeps and round == 5 and count == 1000:
                        print(f"  memory: {terminal.peak_memory() / 1024:.0f} MB at most")
                    terminal.close()
            self.report(f"book of 1,000 chapters, {name}", times[1000], "book of 10", times[10])

    def prose(self):
        """Parsing and setting 3 MB of Markdown beside `lowdown -Tterm`."""
        file = generated.prose(self.chapter, os.path.join(self.home, "prose.md"), 3_000_000)
        ours, theirs = [], []
        for round in range(11):
            a = self.run_time([self.program, "show", file, "--width", "100"])
            b = self.run_time(["lowdown", "-Tterm", "--term-width=100", file])
            if round:
                ours.append(a)
                theirs.append(b)
        self.report("3 MB of prose", ours, "lowdown", theirs)

    def keys(self):
        """Key to last byte written, in the book and in `less`, over a chapter."""
        for name, key in [("line", b"j"), ("page", b" ")]:
            samples = {}
            for label, command in [("napkin", [self.program, "read", "5"]), ("less", ["less", self.chapter])]:
                terminal = Terminal(command, self.environment)
                terminal.read(0.5)
                terminal.send(b"g")
                terminal.read(0.2)
                samples[label] = []
                count = len(terminal.chunks)
                bytes_written = 0
                for _ in range(40):
                    start = time.perf_counter()
                    terminal.send(key)
                    last = terminal.read(0.04)
                    if last:
                        samples[label].append(last - start)
                bytes_written = sum(len(data) for _, data in terminal.chunks[count:]) / 40
                terminal.close()
                print(f"  {label}: {bytes_written:.0f} bytes a key, worst {1000 * max(samples[label]):.1f} ms")
            self.report(f"key, {name}", samples["napkin"], "less", samples["less"])

    def resize(self):
        """A resize to the last byte written, in a chapter of 60 calculators."""
        with tempfile.TemporaryDirectory(prefix="napkin-bench-book-") as book:
            write_book(book, calculators=60)
            terminal = Terminal([self.program, "read", "1"], self.environment | {"NAPKIN_BOOK": book})
            terminal.read(1)
            terminal.send(b"50%")
            terminal.read(0.5)
            samples = []
            count = len(terminal.chunks)
            for round in range(40):
                columns, rows = [(80, 24), (140, 45), (100, 40), (60, 30)][round % 4]
                start = time.perf_counter()
                terminal.resize(columns, rows)
                last = terminal.read(0.2)
                if last:
                    samples.append(last - start)
            written = sum(len(data) for _, data in terminal.chunks[count:]) / 40
            terminal.close()
        median = 1000 * statistics.median(samples)
        print(f"resize, 60 calculators: {median:.1f} ms, worst {1000 * max(samples):.1f} ms, "
              f"{written:.0f} bytes, target 50 ms")

    def memory(self):
        """Memory with the whole book open, after paging through its longest chapter."""
        terminal = Terminal([self.program, "read", "5"], self.environment)
        terminal.read(2)
        for _ in range(100):
            terminal.send(b" ")
            terminal.read(0.02)
        most = terminal.peak_memory() / 1000
        terminal.close()
        print(f"memory: at most {most:.0f} MB, target 60 MB")

    def whole(self):
        """Printing the chapter beside `lowdown -Tterm`."""
        ours, theirs = [], []
        for round in range(21):
            a = self.run_time([self.program, "show", "5", "--width", "100"])
            b = self.run_time(["lowdown", "-Tterm", "--term-width=100", self.chapter])
            if round:
                ours.append(a)
                theirs.append(b)
        self.report("show a chapter", ours, "lowdown", theirs)

    def run_time(self, command):
        start = time.perf_counter()
        subprocess.run(command, env=self.environment, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    def report(self, name, ours, peer, theirs):
        a, b = statistics.median(ours), statistics.median(theirs)
        ratio = statistics.median(x / y for x, y in zip(ours, theirs))
        print(f"{name}: {1000 * a:.1f} ms, {peer} {1000 * b:.1f} ms, ratio {ratio:.2f}")


def write_book(folder, calculators):
    """A book of one chapter with calculators between paragraphs."""
    with open(os.path.join(folder, "book.yaml"), "w") as file:
        file.write("id: bench\ntitle: Bench\nparts:\n  - {id: all, title: All, chapters: [01-bench]}\n")
    os.mkdir(os.path.join(folder, "chapters"))
    with open(os.path.join(folder, "chapters", "01-bench.md"), "w") as file:
        file.write("---\ntitle: Bench\n---\n\n")
        for index in range(calculators):
            file.write(
                f"## Section {index} {{#sec-{index}}}\n\n" + "A layer reads its weights once for each batch. " * 8
                + f"\n\n```{{calc}}\n#| id: c{index}\n#| title: Calculator {index}\n"
                'input batch = 32 "batch" 1...4096\ninput width = 128 "width" 1...65536\n'
                "let bytes = 4 B * batch * width\n"
                'output weights = 4 B * width * width -> kB "weights"\n'
                'output activations = bytes -> kB "activations"\n'
                'output all = weights + activations -> kB "all"\n```\n\n'
            )


def main():
    repository, wanted = sys.argv[1], sys.argv[2:]
    bench = Bench(repository)
    engine = EngineBench(bench)
    benchmarks = {
        name: getattr(bench, name)
        for name in ["first_screen", "large_book", "keys", "resize", "memory", "whole", "prose"]
    }
    benchmarks |= {name: getattr(engine, name) for name in EngineBench.names}
    live = LiveBench(bench, Terminal)
    benchmarks |= {name: getattr(live, name) for name in LiveBench.names}
    names = []
    for name in wanted or benchmarks:
        names += EngineBench.names if name == "engine" else [name]
    unknown = [name for name in names if name not in benchmarks]
    if unknown:
        sys.exit(f"bench: expected some of engine, {', '.join(benchmarks)}, found {', '.join(unknown)}")
    try:
        for name in names:
            benchmarks[name]()
    finally:
        bench.close()


if __name__ == "__main__":
    main()
