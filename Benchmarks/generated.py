"""Books and texts that are made to be measured."""

import os
import re


def prose(chapter, path, size):
    """The prose of a chapter without cells, divs and notes, repeated to about `size` bytes; gives the path."""
    with open(chapter) as file:
        text = file.read().split("---\n", 2)[2]
    lines = []
    in_fence = False
    for line in text.split("\n"):
        if line.startswith("```"):
            in_fence = not in_fence
        elif not in_fence and not line.startswith((":::", "[^", ": ")):
            line = re.sub(r"\[\^[\w-]+\]", "", line)
            lines.append(re.sub(r"`\{calc\} ([^`]*)`", r"`\1`", line))
    once = "\n".join(lines)
    with open(path, "w") as file:
        file.write("\n".join([once] * max(1, size // len(once.encode()))))
    return path


def book(folder, chapters):
    """A book of chapters of 100 KB with 30 sections and 30 calculators each; gives the folder."""
    os.makedirs(os.path.join(folder, "chapters"))
    names = [f"{number:04}-generated" for number in range(1, chapters + 1)]
    with open(os.path.join(folder, "book.yaml"), "w") as file:
        file.write("id: generated\ntitle: Generated\nparts:\n")
        for start in range(0, chapters, 50):
            listed = ", ".join(names[start:start + 50])
            file.write(f"  - {{id: part-{start}, title: Part {start}, chapters: [{listed}]}}\n")
    for number, name in enumerate(names, 1):
        with open(os.path.join(folder, "chapters", name + ".md"), "w") as file:
            file.write(chapter(number))
    return folder


def chapter(number):
    text = [f"---\ntitle: Chapter {number}\n---\n"]
    sentence = "A line of prose with *emphasis*, `code` and a reference to @sec-{0}-{1} that fills the page.\n"
    for section in range(1, 31):
        text.append(f"## Section {section} {{#sec-{number}-{section}}}\n")
        for paragraph in range(5):
            text.append(sentence.format(number, paragraph + 1) * 7)
        text.append(
            f"```{{calc}}\n#| id: c{number}-{section}\n#| title: Time of a layer\ninput n = {section} 1...100\n"
            "output bytes = n * 2 MB -> MB\noutput time = bytes / (2 TB/s) -> us\n```\n")
        text.append(f"It takes `{{calc}} time` for `{{calc}} bytes`.\n")
    return "\n".join(text)
