"""The engine's benchmarks: what the release program `napkin-benchmarks` measures, beside pint and qalc.

The environment variable NAPKIN_BENCHMARKS names that program, NAPKIN_PROGRAM the release program `napkin`.
"""

import os
import statistics
import subprocess
import sys
import time


def report(name, figure, peer="", ratio="", target="", is_met=None):
    """One line: name, figure, peer, ratio, target and whether it was met; what there is none of is left out."""
    verdict = "" if is_met is None else f"{target}: {'met' if is_met else 'missed'}"
    print(f"{name}: " + ", ".join(part for part in [figure, peer, ratio, verdict] if part), flush=True)


class IronLaw:
    """The iron law in pint, its six inputs made once and one of them varied, as the compiled calculator does it."""

    def __init__(self):
        import pint

        units = pint.UnitRegistry()
        units.define("FLOP = [operations]")
        quantity = units.Quantity
        self.sizes = [quantity(float(size), "GB") for size in range(1, 65)]
        self.printed_size = quantity(140.0, "GB")
        self.bandwidth, self.work = quantity(3.35, "TB/s"), quantity(2.0, "TFLOP")
        self.peak, self.utilisation = quantity(989.0, "TFLOP/s"), quantity(0.5, "")
        self.overhead = quantity(10.0, "us")
        self.name = f"pint {pint.__version__}"

    def time(self, size):
        """In seconds."""
        sum = size / self.bandwidth + self.work / (self.peak * self.utilisation) + self.overhead
        return sum.m_as("s")

    def rate(self, seconds=0.5):
        """Evaluations a second."""
        count, start = 0, time.perf_counter()
        while (passed := time.perf_counter() - start) < seconds:
            for size in self.sizes:
                self.time(size)
            count += len(self.sizes)
        return count / passed


class EngineBench:
    names = ["calculator", "command", "generated_book", "one_change", "sweep", "solve"]

    def __init__(self, bench):
        self.bench = bench
        self.program = os.environ["NAPKIN_BENCHMARKS"]

    def figures(self, name):
        """What one run of the Swift program reports, by name."""
        output = subprocess.run([self.program, name], check=True, capture_output=True, text=True).stdout
        return {name: float(figure) for name, figure in (line.split("\t") for line in output.splitlines())}

    def medians(self, name, runs=5):
        """The median of each figure over several runs."""
        figures = [self.figures(name) for _ in range(runs)]
        return {key: statistics.median(run[key] for run in figures) for key in figures[0]}

    def calculator(self):
        """The iron law with units and six inputs, evaluated many times, beside pint on the same expression."""
        peer = IronLaw()
        runs, rates = [], []
        for _ in range(5):
            runs.append(self.figures("calculator"))
            rates.append(peer.rate())
        ours, theirs = runs[0]["value"], peer.time(peer.printed_size)
        if abs(ours - theirs) > 1e-9 * theirs:
            sys.exit(f"bench: the iron law gives {ours} s here and {theirs} s in pint")
        rate = statistics.median(rates)
        for name, key, target in [
            ("calculator, compiled", "compiled", 200),
            ("calculator, one input typed", "typed", None),
            ("calculator, typed and its results as text", "shown", None),
        ]:
            ratio = statistics.median(run[key] / pint for run, pint in zip(runs, rates))
            report(
                name, f"{statistics.median(run[key] for run in runs):,.0f} evaluations/s",
                f"{peer.name} {rate:,.0f}/s", f"ratio {ratio:,.1f}", f"target at least {target}",
                ratio >= target if target else None)

    def command(self):
        """One expression from the command line beside qalc, both as processes from start to end."""
        commands = {
            "napkin": [self.bench.program, "calc", "140 GB / (3.35 TB/s) -> ms", "--book", self.bench.book],
            "qalc": ["qalc", "-t", "140 GB / (3.35 TB/s) to ms"],
        }
        samples = {name: [] for name in commands}
        for round in range(31):
            for name, command in commands.items():
                seconds = self.bench.run_time(command)
                if round:
                    samples[name].append(seconds)
        ratio = statistics.median(a / b for a, b in zip(samples["napkin"], samples["qalc"]))
        ours, theirs = (1000 * statistics.median(samples[name]) for name in commands)
        report(
            "calc of an expression", f"{ours:.1f} ms", f"qalc {theirs:.1f} ms", f"ratio {ratio:.2f}",
            "target below 1", ratio < 1)

    def generated_book(self):
        """All calculators of a generated book again, and how the time grows with the book."""
        figures = self.medians("book")
        for name, key, limit in [
            ("all evaluated", "evaluated", 0.010),
            ("compiled and evaluated", "compiled", None),
        ]:
            self.growing(f"book of {{:,}} cells, {name}", key, figures, limit)

    def growing(self, name, key, figures, limit):
        """Times of 1,000, 2,000 and 4,000 cells; twice the cells are to cost about twice the time, by the quickest runs."""
        self.timed(name.format(1000), f"{key} 1000", figures, limit)
        for cells in (2000, 4000):
            growth = figures[f"{key} {cells} quickest"] / figures[f"{key} {cells // 2} quickest"]
            report(
                name.format(cells), self.figure(f"{key} {cells}", figures), "",
                f"{growth:.2f} times that of half the cells", "target at most 2.5", growth <= 2.5)

    def figure(self, key, figures):
        """The median, and the quickest, which a busy machine disturbed least."""
        median, quickest = figures[key], figures[f"{key} quickest"]
        scale, unit = (1e6, "us") if median < 0.001 else (1e3, "ms")
        return f"{scale * median:.3g} {unit} (quickest {scale * quickest:.3g})"

    def timed(self, name, key, figures, limit=None):
        """A line with a time and, where there is one, a limit in seconds."""
        if limit is None:
            report(name, self.figure(key, figures))
        else:
            report(name, self.figure(key, figures), "", "", f"target below {1000 * limit:g} ms", figures[key] < limit)

    def one_change(self):
        """One input of a generated book, with the calculators that follow from it."""
        figures = self.medians("change")
        for cells in (1000, 2000, 4000):
            name = f"one input of {cells:,} cells, {figures[f'dependents {cells}']:.0f} dependents"
            self.timed(name, f"changed {cells}", figures, 0.001)

    def sweep(self):
        """10,000 values of one input, two outputs."""
        self.timed("sweep of 10,000 points", "sweep", self.medians("sweep"), 0.050)

    def solve(self):
        """The input for which the iron law takes 100 ms."""
        self.timed("solve on a grid of 256 points", "solve", self.medians("solve"))
