"""Markdown becomes safe HTML: what people need works, and nothing that people or machines try becomes active."""

import re
from html.parser import HTMLParser

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from vindplaats.markdown import ATTRIBUTES, PARAGRAPHS, SCHEMES, TAGS, UNMARKED, _rendered, plain, render
from vindplaats.templatetags.text import markdown, plain_text

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//kwaad.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<a href='javascript:alert(1)'>klik</a>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<style>@import '//kwaad.example/x.css';</style>",
    "<p style='background:url(javascript:alert(1))'>",
    "<base href='//kwaad.example/'>",
    "<meta http-equiv=refresh content='0;url=//kwaad.example'>",
    "<form action=//kwaad.example><input name=password>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<template><script>alert(1)</script></template>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](java\nscript:alert(1))",
    "[klik](java&#x09;script:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](&#x6A&#x61&#x76&#x61script:alert(1))",
    "[klik](javascript&colon;alert(1))",
    "[klik](\x01javascript:alert(1))",
    "[klik](<javascript:alert(1)>)",
    "[klik](vbscript:msgbox(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[klik](file:///etc/passwd)",
    "[klik](blob:https://zorg.example/1)",
    "<javascript:alert(1)>",
    "[klik][a]\n\n[a]: javascript:alert(1)",
    "[klik][a]\n\n[a]: data:text/html,<script>alert(1)</script>",
    '[klik](https://zorg.example "\'onmouseover=alert(1)")',
    '[klik](https://zorg.example "x\\" onmouseover=\\"alert(1)")',
    '[klik](https://zorg.example"onmouseover="alert(1))',
    "![x](https://volg.example/pixel.png)",
    '![x](x"onerror="alert(1))',
    "![x](javascript:alert(1))",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "* <script>alert(1)</script>",
    "# <img src=x onerror=alert(1)>",
    "| <img src=x onerror=alert(1)> |\n|---|\n| [k](javascript:alert(1)) |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    '<a href="https://zorg.example" target=_blank>klik</a>',
    "\u202ehttp://elpmaxe.daawk//:sptth",
]


class Tags(HTMLParser):
    """Collects every element as a browser would see it."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    handle_startendtag = handle_starttag


def is_harmless(html):
    for tag, attributes in Tags(html).found:
        allowed = ATTRIBUTES.get(tag, set()) | ({"rel"} if tag == "a" else set())
        if tag not in TAGS or not set(attributes) <= allowed:
            return False
        scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", attributes.get("href") or "", re.IGNORECASE)
        if scheme and scheme[1].lower() not in SCHEMES:
            return False
    return True


@pytest.mark.parametrize("text", ATTACKS)
def test_attack_stays_text(text):
    assert is_harmless(render(text))


@given(
    st.text(alphabet=st.sampled_from("<>/\"'`=&#;:[]()!*_|\n x") | st.sampled_from("javscriptonerlimg"), max_size=80)
)
def test_whatever_is_typed(text):
    assert is_harmless(render(text))


def test_check_of_harm_sees_harm():
    harmful = [
        "<script>",
        "<img src=x>",
        "<a href='javascript:x'>",
        "<p onclick=x>",
        "<a href=' DATA:x'>",
        "<a target=x>",
    ]
    assert not any(is_harmless(html) for html in harmful)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een **vet** en *schuin* woord", "<p>Een <strong>vet</strong> en <em>schuin</em> woord</p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("3. drie", '<ol start="3">\n<li>drie</li>\n</ol>'),
        ("# Kop", "<h3>Kop</h3>"),
        ("### Kop", "<h4>Kop</h4>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("", ""),
    ],
)
def test_what_people_need(text, html):
    assert render(text).strip() == html


def test_links_do_not_vouch_and_do_not_leak():
    html = render("[richtlijn](https://zorg.example/a?b=1&c=2)")
    assert html == ('<p><a href="https://zorg.example/a?b=1&amp;c=2" rel="nofollow ugc noopener">richtlijn</a></p>\n')


def test_table_has_column_headers():
    html = render("| wat | hoe |\n|---|---|\n| a | b |")
    assert html.count('<th scope="col">') == 2
    assert "<td>a</td>" in html


def test_result_is_marked_safe_and_the_filter_takes_nothing_too():
    assert isinstance(render("x"), SafeString)
    assert markdown(None) == markdown("") == ""


def test_deep_nesting_and_long_text_do_not_hang():
    for text in (">" * 5000, "[" * 5000, "*a" * 5000, "- " * 2000, "`" * 5001, "|" * 3000 + "\n" + "-|" * 3000):
        assert is_harmless(render(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een **vet** en *schuin* woord", "Een vet en schuin woord"),
        ("# Kop\n\nEerste regel\ntweede  regel", "Kop Eerste regel tweede regel"),
        ("- een\n- twee\n\n3. drie", "een twee drie"),
        (
            "Lees de [richtlijn **val**](https://zorg.example/a) of <https://zorg.example/>",
            "Lees de richtlijn val of https://zorg.example/",
        ),
        ("| wat | hoe |\n|---|---|\n| a | b |", "wat hoe a b"),
        ("`code` en\n\n    blok\n\n> citaat", "code en blok citaat"),
        ("a < b & c &amp; \\*d\\*", "a < b & c & *d*"),
        ("<b>kaal</b>", "<b>kaal</b>"),
        ("wissel-\\\nregel", "wissel- regel"),
        ("2 * 3 * 4 in 2020-2021", "2 * 3 * 4 in 2020-2021"),
        ("", ""),
    ],
)
def test_plain_is_what_one_reads(text, expected):
    assert plain(text) == expected


@given(st.text(alphabet="aB1 é-–.,:;!?()'\"/+=$%@~{}^\t\u00a0\x0b", max_size=40).map(lambda rest: f"a{rest}"))
def test_what_needs_no_parsing_reads_as_if_it_was_parsed(text):
    assert UNMARKED.fullmatch(text) or "~" in text
    assert plain(text) == plain(f"<i>{text}").removeprefix("<i>")


def test_plain_is_no_html_and_the_filter_takes_nothing_too():
    assert not isinstance(plain("x"), SafeString)
    assert plain_text(None) == ""


ALMOST_PLAIN = st.text("ab Z9é.,:;!?()'\"\t\xa0\u2028+=-/%@…–`*_#<>&|~[]\\\n", max_size=60)


@given(ALMOST_PLAIN)
def test_a_text_without_marks_is_what_the_parser_makes_of_it(text):
    assert render(text) == _rendered(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eén regel, met 'aanhalingstekens' en \"dubbele\".",
        "Eerste regel\nen de tweede.",
        "Eerste alinea.\n\n\nTweede alinea:\nmet een regel erbij (en een haakje).",
        "Een\xa0vaste spatie – en een streep.",
        "Zie https://zorg.example/a-b?c=1 of mail iemand@zorg.example",
    ],
)
def test_most_texts_take_the_short_way(text):
    assert PARAGRAPHS.fullmatch(text)
    assert render(text) == _rendered(text)


@pytest.mark.parametrize(
    "text", ["Twee spaties  \nbreken een regel.", "- een lijst", "Kop\n===", "a\n    code", "1. een"]
)
def test_others_are_parsed(text):
    assert not PARAGRAPHS.fullmatch(text)
