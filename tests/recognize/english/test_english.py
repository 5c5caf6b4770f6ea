"""Rows of English articles, on invented people and bodies."""

from __future__ import annotations

import pytest

from bangfu import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The team sent seven teachers.", [("seven", None, "teachers")]),
        (
            "It gave 100 sets of wooden beds, desks and chairs.",
            [("100 sets", "sets", "wooden beds, desks and chairs")],
        ),
        ("There were 16 medical and technical personnel.", [("16", None, "medical and technical personnel")]),
        (
            "Over 3,000 students from 45 schools came.",
            [("Over 3,000", None, "students"), ("45", None, "schools")],
        ),
        ("About 58 percent of households have water.", [("About 58 percent", "%", "households")]),
        ("diagnosis of high blood pressure, 22 people.", [("22 people", "people", "high blood pressure")]),
        ("58 teachers participated in it.", [("58", None, "teachers")]),
        ("36 doctors and nurses came.", [("36", None, "doctors and nurses")]),
        ("95 percent of premature babies survive.", [("95 percent", "%", "premature babies")]),
        ("They stayed 3 years and 20 days.", []),
        ("The road is 12 kilometers long, 5 meters wide.", []),
        ("It stands at 5 Wangfu Road.", []),
        ("It cost 500 yuan.", []),
    ],
)
def test_counts_have_a_unit_where_there_is_one_and_the_thing_counted(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert [(c.text, c.unit, c.item) for c in extract(text).counts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost 1.2 million yuan.", [("1.2 million yuan", 1_200_000, "CNY")]),
        ("It cost more than RMB 3 million.", [("more than RMB 3 million", 3_000_000, "CNY")]),
        ("It cost US$500,000.", [("US$500,000", 500_000, "USD")]),
        (
            "It cost 2 million yuan ($280,000).",
            [("2 million yuan", 2_000_000, "CNY"), ("$280,000", 280_000, "USD")],
        ),
        ("It cost 300,000 Hong Kong dollars.", [("300,000 Hong Kong dollars", 300_000, "HKD")]),
        ("It cost 50 billion.", []),
        ("She weighs 50 kilograms.", []),
    ],
)
def test_money_has_its_currency_and_its_value(text: str, expected: list[tuple[str, int, str]]) -> None:
    rows = extract(text).money
    assert [
        (m.text, int(m.cny if m.cny is not None else m.amount or 0), m.currency) for m in rows
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They visited Baishui County No. 2 Middle School.", ["Baishui County No. 2 Middle School"]),
        (
            "The Ministry of Education and the Bank of Qingshan signed.",
            ["Ministry of Education", "Bank of Qingshan"],
        ),
        ("China Foundation for Rural Children helped.", ["China Foundation for Rural Children"]),
        ("Qingshan University Affiliated Hospital helped.", ["Qingshan University Affiliated Hospital"]),
        (
            "The Tianjin-based Bright Future Charity Foundation Ltd. helped.",
            ["Bright Future Charity Foundation Ltd."],
        ),
        ("Qingshan University's School of Medicine helped.", ["Qingshan University"]),
        ("Our Middle School and the County Hospital helped.", []),
        ("Baishui Clinic grew. BAISHUI CLINIC closed.", ["Baishui Clinic"]),
        ("In Baishui School and Qingshan School they sang.", ["Baishui School", "Qingshan School"]),
        ("Yesterday Baishui School opened.", ["Baishui School"]),
    ],
)
def test_institutions_are_runs_of_capitals_around_a_head(text: str, expected: list[str]) -> None:
    assert [i.name for i in extract(text).institutions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wang Xiaoming came.", ["Wang Xiaoming"]),
        ("Ouyang Nana sang.", ["Ouyang Nana"]),
        ("Principal Tashi Dolma's pupils sang.", ["Tashi Dolma"]),
        ("Mary Jane Brown sang.", ["Mary Jane Brown"]),
        ("Li Na, 35, a nurse, sang.", ["Li Na"]),
        ("Kofi Mensah, a surgeon, came.", ["Kofi Mensah"]),
        ("“It works,” said Aygul Memet. Aygul Memet smiled.", ["Aygul Memet"]),
        ("They saw Hong Kong and Inner Mongolia.", []),
        ("They went up Wang Gang Road.", []),
        ("The Spring Festival and Children's Day came.", []),
        ("Baishui School sang.", []),
    ],
)
def test_people_are_told_by_pinyin_given_names_and_titles(text: str, expected: list[str]) -> None:
    assert [p.name for p in extract(text).people] == expected


def test_a_family_name_behind_a_title_is_the_one_person_of_that_name() -> None:
    (person,) = extract("Wang Xiaoming came. Mr. Wang and Principal Wang are one.").people
    assert (person.name, person.mentions) == ("Wang Xiaoming", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wang Xiaoming, principal of Baishui School, came.",
            [("Wang Xiaoming", "principal", None, "Baishui School")],
        ),
        (
            "Baishui School Principal Wang Xiaoming came.",
            [("Wang Xiaoming", "Principal", None, "Baishui School")],
        ),
        (
            "Vice President Wu Wen of Baishui Clinic came.",
            [("Wu Wen", "Vice President", None, "Baishui Clinic")],
        ),
        (
            "Chen Bo, director of the surgery department at Baishui Clinic, came.",
            [("Chen Bo", "director", "surgery department", "Baishui Clinic")],
        ),
        (
            "Zhang Wei was appointed party secretary of Baishui School.",
            [("Zhang Wei", "party secretary", None, "Baishui School")],
        ),
        (
            "Baishui Clinic's vice president and chief physician Sun Lili came.",
            [
                ("Sun Lili", "vice president", None, "Baishui Clinic"),
                ("Sun Lili", "chief physician", None, "Baishui Clinic"),
            ],
        ),
        ("The volunteer Sun Lili came.", []),
        (
            "Bright Foundation gave books to Baishui School. Its secretary-general, Mary Tan, came.",
            [("Mary Tan", "secretary-general", None, "Bright Foundation")],
        ),
    ],
)
def test_roles_join_the_title_beside_a_name_with_its_institution(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    rows = sorted(extract(text).roles, key=lambda r: r.title, reverse=True)
    assert [(r.person, r.title, r.department, r.institution) for r in rows] == expected


def test_the_side_of_a_role_comes_from_who_sends_and_who_is_sent_to() -> None:
    text = (
        "Tianjin Clinic sent 12 doctors to Baishui Clinic. Li Nana, a nurse from Tianjin Clinic, came. "
        "Wang Xiaoming, president of Baishui Clinic, thanked them."
    )
    assert [(r.person, r.side) for r in extract(text).roles] == [("Li Nana", "from"), ("Wang Xiaoming", "to")]


def test_an_amount_has_its_parties_where_the_sentence_says_them() -> None:
    text = "Bright Foundation has donated 3 million yuan ($420,000) to Baishui School to build a library."
    row, exchanged = extract(text).money
    assert (row.action, row.payer, row.payee, row.purpose) == (
        "donated",
        "Bright Foundation",
        "Baishui School",
        "build a library",
    )
    assert exchanged.payer is None


def test_every_row_leads_back_to_the_raw_text() -> None:
    raw = "Wang\u200b Xiaoming, principal of Baishui\u00ad School, got 3 million yuan."
    article = extract(raw)
    for row in (*article.people, *article.institutions, *article.money):
        start, end = article.text.to_raw(row.start, row.end)
        written = raw[start:end].replace("\u200b", "").replace("\u00ad", "")
        assert written == article.text.clean[row.start : row.end]
