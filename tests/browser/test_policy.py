"""What a planner does on the policy page, by mouse, by keyboard and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.atlas import scrolls_sideways, spreadsheet
from tests.browser.conftest import OpenPage, wait_idle

DOCUMENTS = "policy?policy-part=documents"


def test_the_162_clusters_stand_beside_their_discrepancy(open_page: OpenPage) -> None:
    page = open_page("policy", lang="en-US")
    page.get_by_text("The 162 clusters", exact=True).click()
    wait_idle(page)
    expect(page.locator(".policy-number")).to_contain_text("2 clusters are in no category")
    note = page.locator(".policy-note", has_text="162 clusters and a sum of 160")
    note.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(note.get_by_text("the two missing clusters are not assigned")).to_be_visible()
    expect(page.locator('[data-testid="stVegaLiteChart"] canvas, svg.marks').first).to_be_visible()
    assert "policy-part=clusters" in page.url


def test_a_link_restores_filters_and_the_chosen_target(open_page: OpenPage) -> None:
    page = open_page(
        "policy?policy-documents=belts-2013&policy-unit=percent&policy-target=belts-2013-output-share"
    )
    expect(page.locator(".policy-quote mark")).to_have_text("35.4%")
    expect(page.locator(".policy-note", has_text="两")).to_have_count(2)
    page.get_by_text("2015 重点集群", exact=True).click()
    wait_idle(page)
    assert "policy-documents=belts-2013.key-clusters-2015" in page.url


def test_a_wrong_link_is_told(open_page: OpenPage) -> None:
    page = open_page("policy?policy-documents=charter-1215&policy-unit=ducats", lang="en-US")
    expect(page.get_by_text("which the atlas does not know")).to_contain_text("ducats")
    assert "ducats" not in page.url


def test_the_undated_document_has_no_year(open_page: OpenPage) -> None:
    page = open_page(f"{DOCUMENTS}&policy-documents=characteristic-parks", lang="en-US")
    date = page.locator(".policy-document dl div", has_text="Date")
    expect(date.locator("dd")).to_contain_text("undated")
    expect(page.locator(".policy-document")).to_have_count(1)


def test_phrases_are_downloaded_as_a_spreadsheet_reads_them(open_page: OpenPage) -> None:
    page = open_page(f"{DOCUMENTS}&policy-documents=key-clusters-2015", lang="en-US")
    assert "换热器" in spreadsheet(page.get_by_role("button", name="Download CSV").first)


@pytest.mark.parametrize(
    "chapter", ["targets", "clusters", "offered", "required", "changes", "documents"]
)
def test_it_fits_a_phone(open_page: OpenPage, chapter: str) -> None:
    page = open_page(f"policy?policy-part={chapter}", width=390, height=844, dark=True)
    assert not scrolls_sideways(page)


def test_the_comparison_of_a_place_and_its_time_line_lead_to_each_other(
    open_page: OpenPage,
) -> None:
    page = open_page("policy?policy-part=changes", lang="en-US")
    box = page.locator(".st-key-policy-place input")
    box.click()
    box.fill("Siping")
    page.get_by_role("listbox").get_by_role("option").first.click()
    wait_idle(page)
    assert "policy-place=220300" in page.url
    both = page.locator(".policy-changes dl > div", has_text="Named in both")
    both.locator("summary", has_text="Heat exchangers").click()
    expect(both.locator("details[open] blockquote").first).to_be_visible()
    page.get_by_text("All documents on Siping").click()
    expect(page.locator(".atlas-story h2")).to_have_text("Siping")
    page.get_by_text("The dated documents on Siping side by side").click()
    expect(page.get_by_role("heading", name="Siping: 2015 against 2006")).to_be_visible()
