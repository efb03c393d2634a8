"""What newcomers come for: presses and seconds of waiting, beside those of the first edition."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Locator, Page

from benchmarks.report import Aim, Section
from benchmarks.tab import IDLE, MOST_MS, VIEW, chromium
from scripts.server import running_server

MOST = 5  # repetitions; a task is long
METHOD = """\
Each task is done on pages opened anew in English at 1440 × 900 px, on a warm server. Presses count
clicks; typing is none. Waiting is from each press until no script runs and the answer is there,
without reading; opening the first page is not in it, turning to another is. Medians. The first
edition was measured by hand on another machine, with fewer of its presses counted by a script:
compare presses, and seconds only roughly."""


class Hand:
    """A reader's hand on a page: presses, and counts presses and seconds."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0
        self.seconds = 0.0

    def press(self, thing: Locator, answer: Locator | None = None) -> None:
        """Press a thing and wait for its answer, and until nothing runs."""
        thing.wait_for()
        start = perf_counter()
        thing.click()
        self.presses += 1
        if answer is not None:
            answer.first.wait_for()
        self.page.wait_for_function(IDLE, timeout=MOST_MS)
        self.seconds += perf_counter() - start

    def turn(self, path: str) -> None:
        """Turn to another page by its link in the head."""
        link = self.page.locator(f'.st-key-pages a[href*="{path}"]')
        self.press(link, self.page.locator(f'.st-key-pages a[aria-current][href*="{path}"]'))

    def find(self, css: str, text: str) -> Locator:
        """Return the first thing of a kind with a text."""
        return self.page.locator(css).filter(has_text=text).first


@dataclass(frozen=True)
class Task:
    """A task, its presses and seconds in the first edition, and how it is done today."""

    name: str
    before: str
    do: Callable[[Hand], None]


def ask_who_claims(hand: Hand) -> None:
    """Ask on Explore which belts claim textiles."""
    box = hand.page.locator('[data-facet="industry"]')
    hand.press(box.get_by_role("searchbox"))
    box.get_by_role("searchbox").fill("Textiles (general)")
    hand.press(
        box.locator(".atlas-option").filter(has_text="Textiles (general)").first,
        hand.page.locator(".claim-answer"),
    )


def find_likeness(hand: Hand) -> None:
    """Find the prefecture that is most like Jilin City."""
    hand.turn("industries")
    hand.press(hand.find(".st-key-industries-part button", "like"), hand.page.locator("h1"))


def find_dropped(hand: Hand) -> None:
    """Find what the document of 2015 no longer names of 2006."""
    hand.turn("policy")
    hand.press(hand.find(".st-key-policy-part button", "2006"), hand.page.locator("h1"))


def count_along(hand: Hand) -> None:
    """Count the parks within 40 km of a belt, on the map too."""
    hand.turn("belts")
    hand.press(
        hand.find(".stMain button", "Changchun-Songyuan-Baicheng"),
        hand.page.locator(".belt-number"),
    )


def compare_belts(hand: Hand) -> None:
    """Compare two belts."""
    hand.turn("belts")
    hand.press(hand.find(".st-key-belts-part button", "Compare"), hand.page.locator(".belt-bar"))


def take_picture(hand: Hand) -> None:
    """Take the map along as a picture."""
    share = hand.page.locator('.st-key-share [data-testid="stPopoverButton"]')
    picture = hand.page.get_by_role("button", name="SVG")
    hand.press(share, picture)
    with hand.page.expect_download():
        hand.press(picture.first)


def rank_and_report(hand: Hand) -> None:
    """Rank the parks for an industry, see whether the winner is safe, take the report."""
    hand.turn("invest")
    asked = hand.page.locator(".st-key-invest-ask-industry")
    hand.press(asked.locator("input"))
    hand.page.keyboard.type("Auto parts")
    hand.page.keyboard.press("Enter")
    hand.page.keyboard.press("Escape")
    report = hand.page.get_by_role("button", name="Report")
    hand.press(hand.page.get_by_role("button", name="Rank the parks"), report)
    with hand.page.expect_download():
        hand.press(report.last)


def filter_and_download(hand: Hand) -> None:
    """Filter the parks and take them as GeoJSON."""
    hand.press(
        hand.find('[data-facet="prefecture"] .atlas-option', "Tonghua"),
        hand.page.locator(".explore-sentence").filter(has_text="Tonghua"),
    )
    with hand.page.expect_download():
        hand.press(hand.page.get_by_role("button", name="Download GeoJSON"))


TASKS = (
    Task("belts that claim textiles", "2, misleading; 1.7 s", ask_who_claims),
    Task("most like Jilin City", "2; 2.8 s", find_likeness),
    Task("what 2015 dropped of 2006", "2; 3.4 s", find_dropped),
    Task("parks along a belt", "2, not on the map; 8.6 s", count_along),
    Task("compare two belts", "3; 9.8 s", compare_belts),
    Task("the map as a picture", "failed", take_picture),
    Task("rank, safe, report", "9–10; 33 s", rank_and_report),
    Task("filter, GeoJSON", "5 with the live link; 3.2 s", filter_and_download),
)


def run(repeat: int) -> Section:
    """Do each task some times; return presses and waiting beside those of the first edition."""
    with (
        tempfile.TemporaryDirectory() as log,
        running_server(Path(log) / "server.log") as url,
        chromium() as browser,
    ):
        rows, found = [], {}
        for task in TASKS:
            hands = []
            for _ in range(min(repeat, MOST) + 1):  # the first warms the server
                context = browser.new_context(locale="en-US", viewport=VIEW)
                hand = Hand(context.new_page())
                hand.page.goto(f"{url}/")
                hand.page.locator(".atlas-option").first.wait_for()
                hand.page.wait_for_function(IDLE, timeout=MOST_MS)
                task.do(hand)
                hands.append(hand)
                context.close()
            found[task.do] = hands[-1].presses
            seconds = median(hand.seconds for hand in hands[1:])
            rows.append([task.name, task.before, f"{hands[-1].presses}; {seconds:.1f} s"])
    asked, ranked = found[ask_who_claims], found[rank_and_report]
    return Section(
        "Tasks of newcomers",
        ["task", "first edition: presses; waiting", "today"],
        rows,
        METHOD,
        [
            Aim("who claims an industry in 2 presses", f"{asked}", asked <= 2),
            Aim("from the question to the report in 6", f"{ranked}", ranked <= 6),
        ],
    )
