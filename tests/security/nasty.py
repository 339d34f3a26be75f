"""Values that nobody means and somebody sends."""

from peers.filters.experts import ExpertFilterSet
from peers.filters.questions import QuestionFilterSet
from projects.filters.lessons import LessonFilterSet
from projects.filters.projects import ProjectFilterSet

TEXTS = {
    "empty": "",
    "spaces": " \t\r\n ",
    "NUL": "a\0b",
    "C0": "".join(map(chr, range(1, 32))),
    "C1": "".join(map(chr, range(127, 160))),
    "ten kilobytes": "z" * 10_000,
    "ten kilobytes of words": "zorg " * 2_000,
    "negative": "-1",
    "zero": "0",
    "huge number": "9" * 400,
    "exponent": "1e400",
    "not a number": "NaN",
    "decimal": "1.5",
    "hexadecimal": "0x1F",
    "Arabic digits": "١٢٣",
    "superscript": "²",
    "bigint": "9223372036854775808",
    "quote": "'",
    "quotes": "\"'`´‘’“”",
    "SQL": "' OR 1=1; DROP TABLE projects_project; --",
    "SQL union": "1) UNION SELECT password FROM accounts_user --",
    "LIKE": "%_\\%",
    "format": "%s%n%(x)s{0}{x.__class__}",
    "template": "{{ settings.SECRET_KEY }}{% include 'x' %}${7*7}#{7*7}",
    "markup": '<script>alert(1)</script><img src=x onerror=alert(1)>"><svg/onload=alert(1)>',
    "header": "a\r\nSet-Cookie: x=1\r\n\r\n<html>",
    "path": "../../../../etc/passwd",
    "address": "http://169.254.169.254/latest/meta-data/",
    "script address": "javascript:alert(1)",
    "tsquery": "a & | ! ( ) <-> :* \\ 'b",
    "regular expression": "(a+)+$[",
    "right to left": "\u202egnirts\u202c \u2066x\u2069",
    "zero width": "zo\u200brg\ufeff\u200d",
    "combining": "e" + "\u0301" * 400,
    "emoji": "👩‍⚕️🏥🇳🇱",
    "not a character": "\ufffe\uffff\U0010ffff",
    "other scripts": "مرحبا 你好 שלום ไทย",
    "Turkish": "İıŞş",
    "sharp": "ßﬁ①Ⅷ",
    "list": "[1,2,3]",
    "object": '{"$gt": ""}',
    "XML": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "true": "true",
    "null": "null",
}

QUERIES = {
    "not UTF-8": "q=%FF%FE&thema=%C0%AF",
    "Latin-1": "q=caf%E9",
    "surrogates": "q=%ED%A0%80%ED%B0%80",
    "cut escape": "q=%&thema=%2&sector=%zz",
    "UTF-16": "q=%00z%00o",
    "arrays": "page[]=1&q[]=a&thema[0]=b&thema[x][y]=c",
    "no name": "=a&&&=&;",
    "no value": "q&thema&page",
    "only marks": "???&&&===",
    "many of one": "page=1&page=2&page=x&q=a&q=b&sort=newest&sort=x",
    "plus": "q=+%2B+&thema=+",
    "overlong NUL": "q=%C0%80",
}

OTHERS = ("p", "next", "o", "order", "format", "lang", "language", "x", "csrfmiddlewaretoken", "_method", "all")
PAGING = ("page", "pageSize", "weergave", "vergelijk", "p", "soort")
JOINING = ("naam", "plaats", "van")
FINDERS = (ProjectFilterSet, LessonFilterSet, ExpertFilterSet, QuestionFilterSet)
OURS = tuple(dict.fromkeys((*(name for one in FINDERS for name in one.base_filters), *PAGING)))
"""All that an address of the finders may hold."""
PARAMETERS = (*OURS, *JOINING, *OTHERS)
"""And some that it may not."""
