"""Reports as a browser shows and prints them. Needs Chromium; the PDF's text needs pdftotext."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.poison import poisoned
from thidua.model.register import Register

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PDFTOTEXT = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
# The page goes into a frame of the width wanted, for a window is never as narrow as a telephone.
FRAME = """<!DOCTYPE html><iframe id="f" style="width:{width}px;height:800px;border:0" srcdoc="{page}"></iframe>
<script>
document.getElementById("f").onload = event => {{
  const page = event.target.contentDocument, width = page.documentElement.clientWidth;
  const out = [...page.body.querySelectorAll("*")].filter(each => {{
    const box = each.getBoundingClientRect();
    return box.right > width + 1 && box.width > 1 && !each.closest("thead");
  }});
  document.title = ["scroll", page.documentElement.scrollWidth, width, ...out.map(each => each.tagName)].join(" ");
}};
</script>"""
LONG = "Đ" * 120


def browse(folder: Path, page: str, *flags: str) -> str:
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    assert CHROMIUM is not None
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'browser'}", *flags, file.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120).stdout


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_runs_off_the_side(
    write: Callable[..., str], seeds: Register, tmp_path: Path, width: int, lang: str
) -> None:
    register = poisoned(seeds, lambda text: f"{text} {LONG}")
    page = write("summary", "bca-cum-5", "2024", fmt="html", lang=lang, register=register)
    frame = FRAME.format(width=width, page=html.escape(page))
    shown = browse(tmp_path, frame, f"--window-size={max(width, 1300)},900", "--dump-dom")
    found = re.search("<title>scroll (.*?)</title>", shown)
    assert found, "the frame was not measured"
    assert found[1] == f"{width} {width}"


@pytest.mark.skipif(PDFTOTEXT is None, reason="no pdftotext on this machine")
@pytest.mark.parametrize(("lang", "title"), [("vi", "TỔNG HỢP CÔNG TÁC THI ĐUA"), ("en", "SUMMARY OF EMULATION")])
def test_printed_pages(write: Callable[..., str], tmp_path: Path, lang: str, title: str) -> None:
    page = write("summary", "bca-cum-5", "2024", fmt="html", lang=lang)
    pdf = tmp_path / "page.pdf"
    browse(tmp_path, page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    assert PDFTOTEXT is not None
    text = subprocess.run(
        [PDFTOTEXT, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    assert title in pages[0]
    assert "Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2024" in " ".join(text.split())
    assert [first_line(each) for each in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    assert first_line(pages[0]) != "1"
    signed = next(each for each in pages if "CỤM TRƯỞNG" in each or "CLUSTER CHAIR" in each)
    assert len(signed.partition({"vi": "TM. CỤM", "en": "FOR THE EM"}[lang])[0].split()) > 2


def first_line(page: str) -> str:
    return page.strip().splitlines()[0].strip()
