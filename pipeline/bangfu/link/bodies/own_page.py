"""Posts of the body whose own page an article is: 教务处|副处长 of a university, 理事 of a foundation."""

from __future__ import annotations

import re

from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene

_FACULTY = re.compile(".*(?:学院|学系|系|学部)(?:[\u4e00-\u9fff]{2,8})?")
_OFFICE = re.compile(".*(?:[处科部室办系]|办公室|中心|学院|学部|图书馆|团委)")
_CHIEFS = re.compile(
    "(?:常务)?副?(?:处长|部长|主任|科长|馆长|院长|系主任)|(?:党委|党总支)?副?书记|.*(?:师|教授|员)"
)
_BOARD = re.compile(
    "(?:.*(?:理事长|理事|监事长|监事|秘书长|会长|会员)|(?:项目|传播|筹款)(?:官员|总监|主管|专员|经理))"
)
_BOARDS = ("foundation", "association")
_SCHOOLS = ("school", "university")
_PUBLIC = re.compile("[省市县区州盟旗镇乡](?:委|政府|人大|政协)|[局厅]$")
_BACK = re.compile("[返回][校院]")
_GIVES = re.compile("(?:[任为选的和及与由去卸聘我本]|辞去|当选|增补)$")
_HEADS = re.compile(
    "(?:党委|纪委)?副?书记|(?:常务)?副?院长|院长助理|工会主席|(?:[主副]任)?.*[医护药技]师|护士长?|医生|专家"
)
_HEADED = {
    ("hospital",): _HEADS,
    ("school", "university"): re.compile("(?:党委|纪委)?副?书记|(?:常务)?副?校长|校长助理"),
}
"""Heads of a house that are told without it where its own page tells of them."""
_ITS_OWN = re.compile("(?:(?<![一-鿿])|[由和与及])[院校]$")
_LOCAL = re.compile("[当本]地|该院|县里|[县乡]医院")
_TEAM = re.compile("队[长员]|组员|成员|同行|一行|出征")
_FAR = 200
_MOST = 60


def own_page(scene: Scene, unit: Unit) -> str | None:
    """The body of the page, for posts of its offices and of its board that name no body.

    No body of the same kind stands near before the post, for offices no public one in its sentence.
    """
    home, at = scene.home, unit.start
    if home is None:
        return None
    title, kind, text = unit.title.value.title, home.body.value.kind, home.body.text
    department = unit.department or ""
    if kind in _SCHOOLS and _FACULTY.fullmatch(department):
        return text if kind == "university" else None
    if not home.ours:
        return None
    if home.body is scene.speaker and _of_speaker(scene, unit):
        return text
    if (
        kind in _BOARDS
        and not department
        and _BOARD.fullmatch(title)
        and _opens(scene, unit.title.value.reach)
    ):
        return None if _told(scene, at, _BOARDS, text) else text
    back = _BACK.search(scene.clean, max(0, at - 6), at) is not None
    if department and kind not in _BOARDS and _OFFICE.fullmatch(department) and _CHIEFS.fullmatch(title):
        return None if not back and _told(scene, at, (kind, "government", "party"), text) else text
    return None


def _of_speaker(scene: Scene, unit: Unit) -> bool:
    """Whether a post is of the body that speaks: its organs (院党委书记), its wards where its team is told.

    The heads of a house, told without a name, are those of the speaker until the paragraph names another.
    """
    clean, at, title = scene.clean, unit.start, unit.title.value.title
    if _LOCAL.search(clean, max(0, at - 8), at):
        return False
    if _ITS_OWN.search(clean, max(0, unit.title.value.reach - 2), unit.title.value.reach):
        return True
    group = next((g for g in _HEADED if scene.speaker is not None and scene.speaker.value.kind in g), None)
    if scene.speaker is None or group is None:
        return False
    paragraph = clean.rfind("\n", 0, at) + 1
    own, heads = scene.speaker.value.name, _HEADED[group]
    told = [m for m in scene.told_before(at, paragraph) if m.value.kind in group and not m.value.generic]
    ward = "hospital" in group and bool(unit.department)
    if not any(m.value.name != own for m in told):
        return ward or (not unit.department and heads.fullmatch(title) is not None)
    if any(m.value.name == own for m in told) and _opens_sentence(scene, unit):
        return (
            heads.fullmatch(title) is not None
        )  # 甲院与乙院签约。院长丙: who is a guest is told with a body
    if "hospital" not in group:
        return False
    side = scene.sides.get(own)
    return (
        side == "from" and bool(unit.department) and bool(_TEAM.search(clean, scene.sentence_start(at), at))
    )


def _opens_sentence(scene: Scene, unit: Unit) -> bool:
    """Whether no body is told between the beginning of a sentence and a post of it."""
    start = scene.sentence_start(unit.start)
    return not any(not m.value.generic for m in scene.told_between(start, unit.start))


def _opens(scene: Scene, at: int) -> bool:
    """Whether no noun stands right before a title that could name another body."""
    clean = scene.clean
    return not "\u4e00" <= clean[at - 1 : at] <= "\u9fff" or bool(_GIVES.search(clean, max(0, at - 3), at))


def is_faculty(department: str | None) -> bool:
    """Whether a department is one of a university: 园林学院."""
    if department is None or ("学" not in department and "系" not in department):
        return False
    return _FACULTY.fullmatch(department) is not None


def faculty_owner(scene: Scene, unit: Unit) -> str | None:
    """The university right behind which the text has told a faculty: 某大学材料学院…, 材料学院|副院长."""
    faculty = unit.department
    if faculty is None or not _FACULTY.fullmatch(faculty) or len(faculty) < 3:
        return None
    for m in scene.institutions[:_MOST]:
        if m.start >= unit.start:
            return None
        named = m.value.kind == "university" and not m.value.generic
        if named and (scene.clean.startswith(faculty, m.end) or m.text.endswith(f"大学{faculty}")):
            return m.text.removesuffix(faculty)
    return None


def _told(scene: Scene, at: int, kinds: tuple[str, ...], own: str) -> bool:
    """Whether another body of the kind stands near before a post, or a public one in its sentence."""
    sentence = scene.sentence_start(at)
    for m in scene.told_before(at, at - _FAR):
        if m.value.kind in kinds and not m.value.generic and m.text not in own and own not in m.text:
            public = m.value.kind in ("government", "party")
            if not public or (m.start >= sentence and _PUBLIC.search(m.text)):
                return True
    return False
