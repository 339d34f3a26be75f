"""How long it takes to hold 500 new projects against 10,000 saved searches: `python -m benchmarks.matching`.

Twice: with searches of projects only, and with searches of all finders, where the lessons and resources of those
projects are new as well, and some questions and people. A number of projects that are there already may be given
(`2000`). For some of the searches the engine itself tells whether the answers are the same.
"""

import sys

from benchmarks.database import throw_away

THERE = 2_000
MOST_SECONDS = 60
"""The limit, on two processors; this uses one and PostgreSQL the other."""


def main(there: int) -> int:
    """Measure, print, and return 1 when it took too long or the engine answers otherwise."""
    with throw_away():
        from benchmarks.matching import filling, measuring  # noqa: PLC0415 - need Django

        filling.make(there)
        rounds = [measuring.measure(mixed=mixed) for mixed in (False, True)]
    for found in rounds:
        print(
            f"{found.searches:,} saved searches ({found.different:,} different) {found.of}; {there:,} projects before."
        )
        print(f"  New: {', '.join(f'{number:,} {kind}' for kind, number in found.new.items())}.")
        seconds = f"{found.seconds:.1f} s (finding them alone: {found.looking:.1f} s)"
        print(f"  Matched and written in {seconds}: {found.matches:,} matches.")
        print(f"  Answers of {found.compared} searches compared with the engine's: {len(found.differing)} differ.")
        for line in found.differing:
            print(f"    {line}")
    print(f"Limit: {MOST_SECONDS} s.")
    return int(any(found.seconds > MOST_SECONDS or found.differing for found in rounds))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else THERE))
