"""The walk of facts, seed by seed: what each of the five texts states, where it stands in the register, what a report shows.

``FACTS[(seed, body, period)]`` holds the facts of one text about one body in one period. ``holds`` is the part of the
document that must be there: each key with its value, each list with at least such an item, a pattern for a longer text,
``None`` for a key that must be absent because the text does not say it. ``fragments`` are the words that a Vietnamese
report of that body and period must show; none where the fact is that something is not stated.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple


class Fact(NamedTuple):
    """One statement of a seed, or one thing it leaves open."""

    english: str
    file: str
    holds: dict[str, Any]
    fragments: tuple[str, ...] = ()


def _says(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))


SOURCES = "sources/seeds.yaml"

S000, S000_SPAN = "periods/2024/ca-dinh-hoa/", "periods/2022-2025/ca-dinh-hoa/"
S001, S001_CLUSTER = "periods/2023/ca-kon-tum-khoi-3/", "clusters/ca-kon-tum-khoi-3.yaml"
S002, S002_CLUSTER = "periods/2024/ca-hung-yen-khoi-qlhc/", "clusters/ca-hung-yen-khoi-qlhc.yaml"
S003, S003_NEXT, S003_CLUSTER = (
    "periods/2015-2020/ca-gia-lai-cum-2/",
    "periods/2020-2025/ca-gia-lai-cum-2/",
    "clusters/ca-gia-lai-cum-2.yaml",
)
S003_ORDERS = "decisions/2015-2020/ca-gia-lai-cum-2-huan-chuong-chien-cong-hang-"
S004, S004_CLUSTER = "periods/2024/bca-cum-5/", "clusters/bca-cum-5.yaml"

PARTY_OFFICE, STAFF = "ca-kon-tum-co-quan-ubkt", "ca-kon-tum-phong-tham-muu"
PERSONNEL, LOGISTICS = "ca-kon-tum-phong-to-chuc-can-bo", "ca-kon-tum-phong-hau-can"
GOVERNMENT_FLAG, MINISTRY_FLAG = "co-thi-dua-chinh-phu", "co-thi-dua-bo-cong-an"
PROVINCE_FLAG, DETERMINED = "co-thi-dua-ubnd-tinh", "don-vi-quyet-thang"
SECURITY, PATRIOTIC = "vi-an-ninh-to-quoc", "thi-dua-yeu-nuoc"


def _event(**holds: Any) -> dict[str, Any]:
    return {"events": [holds]}


def _source(**holds: Any) -> dict[str, Any]:
    return {"sources": [holds]}


def _office(office: str, year: str, **holds: Any) -> dict[str, Any]:
    return {"offices": [{"office": office, "from": year, **holds}]}


def _members(*units: str) -> dict[str, Any]:
    return {"members": [{"unit": unit} for unit in units]}


def _counts(collectives: int, individuals: int, **holds: Any) -> dict[str, Any]:
    return {
        "counts": [
            {"of": "collective", "number": collectives, **holds},
            {"of": "individual", "number": individuals, **holds},
        ]
    }


def _nominated(nominee: str, honour: str, movement: str) -> dict[str, Any]:
    return {"nominations": [{"nominee": nominee, "honour": honour, "movement": movement, "event": "tong-ket"}]}


def _chosen(method: str | None, *results: tuple[str, str]) -> dict[str, Any]:
    chosen = [{"nominee": nominee, "honour": honour, "result": "chosen"} for nominee, honour in results]
    return {"method": method, "outcome": {"stated": True, "results": chosen}}


DINH_HOA_2024 = [
    Fact(
        "The district police held a ceremony of praise on the morning of 24/6/2024",
        S000 + "period.yaml",
        _event(id="le-tuyen-duong", date="2024-06-24", part_of_day="morning", purposes=["praise"]),
        ("Công an huyện Định Hoá", "Lễ tuyên dương", "24/6/2024"),
    ),
    Fact(
        "It praised advanced models of 2024 in the fields of work",
        S000 + "period.yaml",
        _event(name=_says("điển hình tiên tiến trong các lĩnh vực công tác năm 2024")),
        ("điển hình tiên tiến trong các lĩnh vực công tác năm 2024",),
    ),
    Fact(
        "3 collectives and 9 individuals were praised",
        S000 + "recognitions/dien-hinh-tien-tien.yaml",
        {"honour": "dien-hinh-tien-tien", "by": "ca-dinh-hoa", "date": "2024-06-24", **_counts(3, 9)},
        ("3 tập thể", "9 cá nhân"),
    ),
    Fact(
        "What for: excellent results in their tasks, active part in the movements",
        S000 + "recognitions/dien-hinh-tien-tien.yaml",
        {"subject": _says("thành tích xuất sắc trong thực hiện các nhiệm vụ công tác chuyên môn được giao")},
        ("thành tích xuất sắc trong thực hiện các nhiệm vụ công tác chuyên môn được giao",),
    ),
    Fact(
        "Their names are not in the text",
        S000 + "recognitions/dien-hinh-tien-tien.yaml",
        {"names_known": "none", "recipients": None},
    ),
    Fact(
        "No title and no form of commendation is named: praise is no award",
        S000 + "recognitions/dien-hinh-tien-tien.yaml",
        {"note": _says("không nêu danh hiệu hay hình thức khen thưởng")},
    ),
    Fact(
        "Senior Lieutenant Colonel Phạm Thế Anh, Party secretary and head of the district police, spoke",
        S000 + "period.yaml",
        _event(
            people=[
                {
                    "name": "Phạm Thế Anh",
                    "rank": "Thượng tá",
                    "position": "Bí thư Đảng uỷ, Trưởng Công an huyện",
                    "unit": "ca-dinh-hoa",
                }
            ]
        ),
        ("Thượng tá", "Phạm Thế Anh", "Bí thư Đảng uỷ, Trưởng Công an huyện"),
    ),
    Fact(
        "He had the sub-units go on with plan 1660",
        S000 + "period.yaml",
        _event(facts=[{"text": _says("1660/KH-CAĐH")}]),
        ("1660/KH-CAĐH",),
    ),
    Fact(
        "The place is not stated",
        S000 + "period.yaml",
        _event(id="le-tuyen-duong", place=None, note=_says("Địa điểm không nêu")),
    ),
    Fact(
        "The unit follows the movements, finds, trains and spreads models",
        S000 + "period.yaml",
        {"facts": [{"text": _says("bám sát nội dung các phong trào thi đua")}]},
        ("bám sát nội dung các phong trào thi đua",),
    ),
    Fact(
        "Finding, training and spreading models is held to be a central task",
        S000 + "period.yaml",
        {"facts": [{"text": _says("nhiệm vụ trọng tâm trong đổi mới nội dung, phương pháp")}]},
        ("nhiệm vụ trọng tâm trong đổi mới nội dung, phương pháp",),
    ),
    Fact(
        "It sets an example and moves officers and soldiers to take part",
        S000 + "period.yaml",
        {"facts": [{"text": _says("có tác dụng nêu gương, động viên cán bộ, chiến sĩ")}]},
        ("có tác dụng nêu gương, động viên cán bộ, chiến sĩ",),
    ),
    Fact(
        "The text misspells khí thế as khí thể",
        S000 + "period.yaml",
        {"facts": [{"sources": [{"quote": _says("khí thể")}], "note": _says("lỗi gõ")}]},
    ),
    Fact(
        "The source is the district police's page",
        SOURCES,
        _source(
            id="cand-dinh-hoa-2024",
            title="Công an huyện Định Hoá tổ chức Lễ tuyên dương gương điển hình tiên tiến năm 2024.",
            issued_by="ca-dinh-hoa",
            url=_says("https://congandinhhoa.vn/"),
            date=None,
        ),
        ("Công an huyện Định Hoá tổ chức Lễ tuyên dương gương điển hình tiên tiến năm 2024.",),
    ),
]

DINH_HOA_SPAN = [
    Fact(
        "Plan 899 of the Thái Nguyên police, 10/8/2022, period 2022-2025",
        SOURCES,
        _source(
            id="kh-899-cat-px03",
            number="899/KH-CAT-PX03",
            date="2022-08-10",
            issued_by="ca-thai-nguyen",
            **{"from": "2022", "to": "2025"},
        ),
        ("899/KH-CAT-PX03", "10/8/2022", "Công an tỉnh Thái Nguyên"),
    ),
    Fact(
        "Plan 1660 of the district police, 25/8/2022, same subject and period",
        SOURCES,
        _source(
            id="kh-1660-cadh",
            number="1660/KH-CAĐH",
            date="2022-08-25",
            under=["kh-899-cat-px03"],
            **{"from": "2022", "to": "2025"},
        ),
        ("1660/KH-CAĐH", "25/8/2022"),
    ),
    Fact(
        "Both are about building and spreading advanced models",
        SOURCES,
        _source(id="kh-899-cat-px03", title=_says("xây dựng và nhân rộng điển hình tiên tiến")),
        ("xây dựng và nhân rộng điển hình tiên tiến",),
    ),
    Fact(
        "The period carries out both plans",
        S000_SPAN + "period.yaml",
        {"kind": "span", "plans": [{"source": "kh-899-cat-px03"}, {"source": "kh-1660-cadh"}]},
        ("899/KH-CAT-PX03", "1660/KH-CAĐH"),
    ),
    Fact(
        "New models, honoured by the collective, are praised and added to the unit's list",
        S000_SPAN + "period.yaml",
        {"facts": [{"text": _says("bổ sung danh sách điển hình tiên tiến của đơn vị")}]},
        ("bổ sung danh sách điển hình tiên tiến của đơn vị",),
    ),
    Fact(
        "The district police ended on 1/3/2025, before its plan did",
        "units/ca-thai-nguyen.yaml",
        {"units": [{"id": "ca-dinh-hoa", "end": "2025-02-28", "sources": [{"source": "nd-02-2025"}]}]},
    ),
]

KON_TUM_2023 = [
    Fact(
        "Bloc number 3 held its year-end meeting on the afternoon of 13/11/2023",
        S001 + "period.yaml",
        _event(id="tong-ket", date="2023-11-13", part_of_day="afternoon", purposes=["year-end", "hand-over"]),
        ("Khối thi đua số 3", "Hội nghị tổng kết", "13/11/2023"),
    ),
    Fact(
        "Place: Hội trường giao ban số 2 of the provincial police",
        S001 + "period.yaml",
        _event(id="tong-ket", place="Hội trường giao ban số 2 Công an tỉnh", host="ca-kon-tum"),
        ("Hội trường giao ban số 2 Công an tỉnh",),
    ),
    Fact(
        "Two movements: for the security of the Fatherland, and patriotic emulation",
        S001 + "period.yaml",
        {"movements": [SECURITY, PATRIOTIC]},
        ("Vì an ninh Tổ quốc", "Thi đua yêu nước"),
    ),
    Fact(
        "The source abbreviates the movement",
        "movements/vi-an-ninh-to-quoc.yaml",
        {"aliases": ["Vì ANTQ"]},
    ),
    Fact(
        "The meeting reviewed leadership, Party and force building, logistics, models and commendation",
        S001 + "period.yaml",
        _event(facts=[{"text": _says("xây dựng đảng, xây dựng lực lượng; hậu cần - kỹ thuật")}]),
        ("xây dựng đảng, xây dựng lực lượng; hậu cần - kỹ thuật",),
    ),
    Fact(
        "It honoured the units with truly excellent results",
        S001 + "period.yaml",
        _event(facts=[{"text": _says("suy tôn những đơn vị có thành tích thật sự xuất sắc, thật sự nổi bật")}]),
        ("suy tôn những đơn vị có thành tích thật sự xuất sắc, thật sự nổi bật",),
    ),
    Fact(
        "The third movement, all people protect national security, was reviewed too",
        S001 + "period.yaml",
        _event(facts=[{"text": _says("Toàn dân bảo vệ ANTQ")}]),
        ("Toàn dân bảo vệ ANTQ",),
    ),
    Fact(
        "Representatives of leaders and of emulation officers of the members attended",
        S001 + "period.yaml",
        _event(facts=[{"text": _says("đại diện lãnh đạo, cán bộ làm công tác thi đua, khen thưởng")}]),
        ("đại diện lãnh đạo, cán bộ làm công tác thi đua, khen thưởng",),
    ),
    Fact(
        "The year's report was adopted",
        S001 + "period.yaml",
        _event(facts=[{"text": _says("thông qua báo cáo tổng kết phong trào thi đua năm 2023")}]),
        ("thông qua báo cáo tổng kết phong trào thi đua năm 2023",),
    ),
    Fact(
        "The chair unit of 2023 is the Party inspection office",
        S001_CLUSTER,
        _office("chair", "2023", unit=PARTY_OFFICE, to="2023"),
        ("Khối trưởng", "Cơ quan UBKT Đảng ủy Công an tỉnh"),
    ),
    Fact(
        "Senior Lieutenant Colonel Vũ Đức Cường, deputy head, read the report for the chair unit",
        S001 + "period.yaml",
        _event(
            people=[
                {
                    "name": "Vũ Đức Cường",
                    "rank": "Thượng tá",
                    "position": "Phó thủ trưởng Cơ quan UBKT Đảng ủy Công an tỉnh",
                    "role": _says("đại diện đơn vị khối trưởng"),
                }
            ]
        ),
        ("Thượng tá", "Vũ Đức Cường", "Phó thủ trưởng Cơ quan UBKT Đảng ủy Công an tỉnh"),
    ),
    Fact(
        "Senior Lieutenant Colonel Y Jớh, head of the office, closed the meeting and handed over",
        S001 + "period.yaml",
        _event(
            people=[
                {
                    "name": "Y Jớh",
                    "rank": "Thượng tá",
                    "position": "Thủ trưởng Cơ quan UBKT Đảng ủy Công an tỉnh",
                    "role": _says("bế mạc"),
                }
            ]
        ),
        ("Y Jớh", "Thủ trưởng Cơ quan UBKT Đảng ủy Công an tỉnh"),
    ),
    Fact(
        "The units were scored and graded by a framework known by name only",
        S001 + "period.yaml",
        {"scoring": {"framework": "khung-cham-diem-ca-kon-tum", "scorers": ["cluster"]}},
        ("Khung tiêu chí chấm điểm, xếp loại thi đua đối với các đơn vị",),
    ),
    Fact(
        "Nobody has seen the framework itself",
        "frameworks/khung-cham-diem-ca-kon-tum.yaml",
        {"confirmed": False, "sections": None, "bands": None},
    ),
    Fact(
        "The staff department: flag of the Ministry, movement of the Ministry",
        S001 + f"nominations/{STAFF}.yaml",
        _nominated(STAFF, MINISTRY_FLAG, SECURITY),
        ("Phòng Tham mưu", "Cờ thi đua của Bộ Công an"),
    ),
    Fact(
        "The Party inspection office: Determined-to-win unit, movement of the Ministry",
        S001 + f"nominations/{PARTY_OFFICE}.yaml",
        _nominated(PARTY_OFFICE, DETERMINED, SECURITY),
        ("Cơ quan UBKT Đảng ủy Công an tỉnh", "Đơn vị quyết thắng"),
    ),
    Fact(
        "The personnel department: flag of the provincial People's Committee, patriotic movement",
        S001 + f"nominations/{PERSONNEL}.yaml",
        _nominated(PERSONNEL, PROVINCE_FLAG, PATRIOTIC),
        ("Phòng Tổ chức cán bộ", "Cờ thi đua của UBND tỉnh"),
    ),
    Fact(
        "The three were chosen by agreement",
        S001 + "votes/binh-xet.yaml",
        _chosen("agreement", (STAFF, MINISTRY_FLAG), (PARTY_OFFICE, DETERMINED), (PERSONNEL, PROVINCE_FLAG)),
    ),
    Fact(
        "No ballot is reported, no figures are stated",
        S001 + "votes/binh-xet.yaml",
        {"secret": None, "count": None, "electorate": None, "note": _says("không nói có bỏ phiếu")},
    ),
    Fact(
        "“đạt” is the bloc's result, nobody says that it was proposed or decided",
        S001 + "votes/binh-xet.yaml",
        {"outcome": {"note": _says("“đạt”")}},
    ),
    Fact(
        "No proposal is stated",
        S001 + "period.yaml",
        {"proposals": None},
    ),
    Fact(
        "The vice-chair of 2023 is not stated",
        S001_CLUSTER,
        _office("vice-chair", "2023", unit=None, person=None, note=_says("không nêu đơn vị")),
    ),
    Fact(
        "A caption runs the two offices together",
        S001 + "period.yaml",
        _event(facts=[{"note": _says("Chú thích ảnh viết gộp")}]),
    ),
    Fact(
        "Many collectives and individuals of the bloc were praised in 2023, without number",
        S001 + "period.yaml",
        {"facts": [{"text": _says("được các cấp, các ngành khen thưởng, biểu dương")}], "figures": None},
        ("được các cấp, các ngành khen thưởng, biểu dương",),
    ),
    Fact(
        "The movements were carried out lively, work was effective",
        S001 + "period.yaml",
        {"facts": [{"text": _says("triển khai sôi nổi")}]},
        ("triển khai sôi nổi",),
    ),
    Fact(
        "The Party committee and the directors of the provincial police led",
        S001 + "period.yaml",
        {"facts": [{"text": _says("Đảng ủy, Ban Giám đốc Công an tỉnh")}]},
        ("Đảng ủy, Ban Giám đốc Công an tỉnh",),
    ),
    Fact(
        "Content and criteria were made more exact",
        S001 + "period.yaml",
        {"facts": [{"text": _says("cụ thể hoá chi tiết, rõ ràng")}]},
        ("cụ thể hoá chi tiết, rõ ràng",),
    ),
    Fact(
        "Four members are known, the others are not listed",
        S001_CLUSTER,
        {"members_known": "some", "member_count": None, **_members(PARTY_OFFICE, STAFF, PERSONNEL, LOGISTICS)},
        ("Phòng Tham mưu", "Phòng Tổ chức cán bộ", "Phòng Hậu cần"),
    ),
    Fact(
        "The province is not named in the text",
        S001_CLUSTER,
        {"organiser": "ca-kon-tum", "note": _says("không nêu tên tỉnh")},
        ("Công an tỉnh Kon Tum",),
    ),
    Fact(
        "The source is the Kon Tum police's page, byline Hải Thanh",
        SOURCES,
        _source(id="ca-kon-tum-2023", issued_by="ca-kon-tum", author="Hải Thanh", date=None),
        ("Hải Thanh",),
    ),
]

KON_TUM_2024 = [
    Fact(
        "Chair of 2024: the logistics department, by hand-over",
        S001_CLUSTER,
        _office("chair", "2024", unit=LOGISTICS, to="2024", how="hand-over"),
        ("Khối trưởng", "Phòng Hậu cần"),
    ),
    Fact(
        "Vice-chair of 2024: the staff department, by hand-over",
        S001_CLUSTER,
        _office("vice-chair", "2024", unit=STAFF, to="2024", how="hand-over"),
        ("Khối phó", "Phòng Tham mưu"),
    ),
]

HUNG_YEN_2024 = [
    Fact(
        "The administrative-police bloc held its year-end meeting on 19/11/2024",
        S002 + "period.yaml",
        _event(id="tong-ket", date="2024-11-19", part_of_day=None, purposes=["year-end"]),
        ("Khối Cảnh sát Quản lý hành chính", "Hội nghị tổng kết", "19/11/2024"),
    ),
    Fact(
        "The movement is for the security of the Fatherland",
        S002 + "period.yaml",
        {"movements": [SECURITY]},
        ("Vì an ninh Tổ quốc",),
    ),
    Fact(
        "Colonel Nguyễn Xuân Hồng, deputy director, attended and gave directions",
        S002 + "period.yaml",
        _event(
            people=[
                {
                    "name": "Nguyễn Xuân Hồng",
                    "rank": "Đại tá",
                    "position": "Phó Giám đốc Công an tỉnh",
                    "unit": "ca-hung-yen",
                }
            ]
        ),
        ("Đại tá", "Nguyễn Xuân Hồng", "Phó Giám đốc Công an tỉnh"),
    ),
    Fact(
        "It carried out a plan known by title, without number",
        S002 + "period.yaml",
        {"plans": [{"source": "kh-chien-sy-hung-yen-mau-muc"}]},
        ("Xây dựng người chiến sỹ Công an Hưng Yên mẫu mực, vì nhân dân phục vụ",),
    ),
    Fact(
        "The plan's number and date are not stated",
        SOURCES,
        _source(id="kh-chien-sy-hung-yen-mau-muc", number=None, date=None),
    ),
    Fact(
        "Motto: 3 Nhất",
        S002 + "period.yaml",
        {"mottoes": ["3 Nhất: Nhanh nhất, Cao nhất, Hiệu quả nhất"]},
        ("3 Nhất: Nhanh nhất, Cao nhất, Hiệu quả nhất",),
    ),
    Fact(
        "The leaders of the units took measures to launch and carry out the movement",
        S002 + "period.yaml",
        {"facts": [{"text": _says("có nhiều biện pháp phát động, triển khai")}]},
        ("có nhiều biện pháp phát động, triển khai",),
    ),
    Fact(
        "Waves of emulation greeted the great holidays and the forces' days",
        S002 + "period.yaml",
        {"facts": [{"text": _says("chào mừng các ngày lễ lớn")}]},
        ("chào mừng các ngày lễ lớn",),
    ),
    Fact(
        "Emulation was lively and in the right direction",
        S002 + "period.yaml",
        {"facts": [{"text": _says("sôi nổi, đúng định hướng")}]},
        ("sôi nổi, đúng định hướng",),
    ),
    Fact(
        "The units reported difficulties with the emulation targets",
        S002 + "period.yaml",
        _event(facts=[{"text": _says("thuận lợi, khó khăn, vướng mắc trong việc thực hiện các chỉ tiêu thi đua")}]),
        ("khó khăn, vướng mắc", "chỉ tiêu thi đua"),
    ),
    Fact(
        "They proposed ways to make the movement more effective",
        S002 + "period.yaml",
        _event(facts=[{"text": _says("đề xuất giải pháp nâng cao hiệu quả phong trào thi đua")}]),
        ("đề xuất giải pháp nâng cao hiệu quả phong trào thi đua",),
    ),
    Fact(
        "The deputy director praised the results and set tasks",
        S002 + "period.yaml",
        _event(facts=[{"text": _says("ghi nhận, biểu dương kết quả, thành tích các đơn vị trong khối")}]),
        ("ghi nhận, biểu dương kết quả, thành tích các đơn vị trong khối",),
    ),
    Fact(
        "The units are to follow the Party, the State, the Ministry, the province and the director",
        S002 + "period.yaml",
        _event(facts=[{"text": _says("Tỉnh ủy, Ủy ban nhân dân tỉnh và của Giám đốc Công an tỉnh")}]),
        ("Tỉnh ủy, Ủy ban nhân dân tỉnh và của Giám đốc Công an tỉnh",),
    ),
    Fact(
        "Tasks: science and technology, administrative reform, effectiveness",
        S002 + "period.yaml",
        _event(facts=[{"text": _says("khoa học – kỹ thuật, công nghệ; cải cách hành chính")}]),
        ("khoa học – kỹ thuật", "cải cách hành chính"),
    ),
    Fact(
        "Heads of units: education, discipline, setting an example",
        S002 + "period.yaml",
        _event(facts=[{"text": _says("siết chặt kỷ luật, kỷ cương, Điều lệnh Công an nhân dân")}]),
        ("siết chặt kỷ luật, kỷ cương, Điều lệnh Công an nhân dân",),
    ),
    Fact(
        "The bloc has a name and no number",
        S002_CLUSTER,
        {"kind": "khoi", "names": [{"name": "Khối Cảnh sát Quản lý hành chính", "short": None}]},
        ("Khối Cảnh sát Quản lý hành chính",),
    ),
    Fact(
        "Members, chair and vice-chair are not stated",
        S002_CLUSTER,
        {"members_known": "none", "members": None, "offices": None},
    ),
    Fact(
        "Scores, proposals and praise are not stated",
        S002 + "period.yaml",
        {"scoring": None, "targets": None, "figures": None, "proposals": None},
    ),
    Fact(
        "Only the plan's title names the province",
        S002_CLUSTER,
        {"organiser": "ca-hung-yen", "note": _says("không nêu tên tỉnh")},
        ("Công an tỉnh Hưng Yên",),
    ),
    Fact(
        "Posted on 20/11/2024, byline Phương Huyền – Công an tỉnh, 66 views",
        SOURCES,
        _source(
            id="ca-hung-yen-2024",
            date="2024-11-20",
            author="Phương Huyền – Công an tỉnh",
            note=_says("66 lượt xem"),
        ),
        ("20/11/2024", "Phương Huyền – Công an tỉnh"),
    ),
]

GIA_LAI_SPAN = [
    Fact(
        "Cluster number 2 held a meeting of praise on the afternoon of 4/3/2020",
        S003 + "period.yaml",
        _event(id="bieu-duong", date="2020-03-04", part_of_day="afternoon", purposes=["praise", "launch"]),
        ("Cụm thi đua số 2", "Hội nghị biểu dương gương “người tốt, việc tốt”", "4/3/2020"),
    ),
    Fact(
        "The text writes 4-3 without a year; the year comes from the page",
        S003 + "period.yaml",
        _event(text_date="chiều ngày 4-3", note=_says("năm 2020 lấy từ trang")),
    ),
    Fact(
        "The movement is for the security of the Fatherland, 2015-2020",
        "movements/vi-an-ninh-to-quoc-2015-2020.yaml",
        {"wave_of": SECURITY, "from": "2015", "to": "2020"},
        ("Vì an ninh Tổ quốc", "2015-2020"),
    ),
    Fact(
        "The cluster launched it to every officer and soldier",
        S003 + "period.yaml",
        {"movements": ["vi-an-ninh-to-quoc-2015-2020"], "facts": [{"text": _says("đến từng cán bộ chiến sỹ")}]},
        ("đến từng cán bộ chiến sỹ",),
    ),
    Fact(
        "The eleven entries of the list of members",
        S003_CLUSTER,
        {
            "members_known": "all",
            **_members(
                "ca-gia-lai-van-phong-csdt",
                "ca-gia-lai-canh-sat-hinh-su",
                "ca-gia-lai-canh-sat-kinh-te",
                "ca-gia-lai-canh-sat-ma-tuy",
                "ca-gia-lai-canh-sat-moi-truong-ky-thuat-hinh-su",
                "ca-gia-lai-canh-sat-qlhc",
                "ca-gia-lai-canh-sat-co-dong",
                "ca-gia-lai-canh-sat-pccc",
                "ca-gia-lai-canh-sat-giao-thong",
                "ca-gia-lai-canh-sat-thi-hanh-an",
                "ca-gia-lai-trai-tam-giam",
            ),
        },
        (
            "Văn phòng cơ quan Cảnh sát điều tra",
            "Cảnh sát hình sự",
            "Cảnh sát kinh tế",
            "Cảnh sát điều tra tội phạm ma túy",
            "Cảnh sát môi trường, kỹ thuật hình sự",
            "Cảnh sát Quản lý hành chính về trật tự xã hội",
            "Cảnh sát cơ động",
            "Cảnh sát phòng cháy, chữa cháy và cứu nạn cứu hộ",
            "Cảnh sát giao thông",
            "Cảnh sát thi hành án và hỗ trợ tư pháp",
            "Trại tạm giam Công an tỉnh",
        ),
    ),
    Fact(
        "11 or 12 members: one entry may be two units",
        S003_CLUSTER,
        {"member_count": {"of": "member", "number": None, "least": 11, "most": 12, "note": _says("11 hoặc 12")}},
        ("11", "12"),
    ),
    Fact(
        "Chair and vice-chair are not stated",
        S003_CLUSTER,
        {"offices": None, "note": _says("Cụm trưởng và Cụm phó không nêu")},
    ),
    Fact(
        "The text misspells the cluster's name",
        S003_CLUSTER,
        {"names": [{"name": "Cụm thi đua số 2"}], "note": _says("Cụm thi thua số 2")},
    ),
    Fact(
        "The organiser is the Gia Lai police",
        S003_CLUSTER,
        {"kind": "cum", "organiser": "ca-gia-lai"},
        ("Công an tỉnh Gia Lai",),
    ),
    Fact(
        "Fields in which important results were reached",
        S003 + "period.yaml",
        {"facts": [{"text": _says("kinh tế, ma túy, môi trường")}]},
        ("kinh tế, ma túy, môi trường",),
    ),
    Fact(
        "The units train and spread models, with regular assessment",
        S003 + "period.yaml",
        {"facts": [{"text": _says("phát triển, bồi dưỡng, nhân rộng điển hình tiên tiến")}]},
        ("phát triển, bồi dưỡng, nhân rộng điển hình tiên tiến",),
    ),
    Fact(
        "Colonel Phan Thanh Tám, deputy director, gave directions and honoured the models with flowers",
        S003 + "period.yaml",
        _event(
            people=[
                {
                    "name": "Phan Thanh Tám",
                    "rank": "Đại tá",
                    "position": "Phó Giám đốc Công an tỉnh",
                    "unit": "ca-gia-lai",
                    "role": _says("tặng hoa"),
                }
            ]
        ),
        ("Đại tá", "Phan Thanh Tám", "Phó Giám đốc Công an tỉnh"),
    ),
    Fact(
        "He asked for models by field and post",
        S003 + "period.yaml",
        _event(facts=[{"text": _says("xây dựng điển hình tiên tiến theo từng lĩnh vực, vị trí công tác")}]),
        ("xây dựng điển hình tiên tiến theo từng lĩnh vực, vị trí công tác",),
    ),
    Fact(
        "He asked that all follow their superiors and see emulation as self-discipline",
        S003 + "period.yaml",
        _event(facts=[{"text": _says("thi đua là hành động tự giác rèn luyện")}]),
        ("thi đua là hành động tự giác rèn luyện",),
    ),
    Fact(
        "One unit received the Order of Feat, second class, from the President",
        S003_ORDERS + "nhi.yaml",
        {
            "authority": "Chủ tịch nước",
            "number": None,
            "date": None,
            "grants": [
                {
                    "recipient": {"group": "not-named"},
                    "honour": "huan-chuong-chien-cong-hang-nhi",
                    "count": {"of": "unit", "number": 1},
                    "body": "ca-gia-lai-cum-2",
                    "period": "2015-2020",
                }
            ],
        },
        ("Huân chương Chiến công hạng nhì", "Chủ tịch nước"),
    ),
    Fact(
        "One unit received the Order of Feat, third class; by whom is not stated",
        S003_ORDERS + "ba.yaml",
        {
            "authority": None,
            "number": None,
            "date": None,
            "note": _says("không nêu ai tặng"),
            "grants": [
                {
                    "recipient": {"group": "not-named"},
                    "honour": "huan-chuong-chien-cong-hang-ba",
                    "count": {"of": "unit", "number": 1},
                    "body": "ca-gia-lai-cum-2",
                    "period": "2015-2020",
                }
            ],
        },
        ("Huân chương Chiến công hạng ba",),
    ),
    Fact(
        "313 times a collective and 826 times an individual was commended: occurrences",
        S003 + "recognitions/khen-thuong-cac-cap.yaml",
        {"honour": "khen-thuong-cac-cap", **_counts(313, 826, occurrences=True)},
        ("313 lượt tập thể", "826 lượt cá nhân"),
    ),
    Fact(
        "The meeting praised 10 collectives and 47 individuals",
        S003 + "recognitions/tap-the-ca-nhan-tieu-bieu.yaml",
        {"by": "ca-gia-lai-cum-2", "date": "2020-03-04", **_counts(10, 47)},
        ("10 tập thể", "47 cá nhân"),
    ),
    Fact(
        "Together 57, as the page's title says",
        S003 + "recognitions/tap-the-ca-nhan-tieu-bieu.yaml",
        {"note": _says("57 tập thể, cá nhân")},
        ("57",),
    ),
    Fact(
        "Their names are not stated",
        S003 + "recognitions/tap-the-ca-nhan-tieu-bieu.yaml",
        {"names_known": "none", "recipients": None},
    ),
    Fact(
        "The movement of 2020-2025 was launched",
        S003 + "period.yaml",
        _event(facts=[{"text": _says("phát động phong trào thi đua “Vì an ninh Tổ quốc” giai đoạn 2020-2025")}]),
        ("phát động", "2020-2025"),
    ),
    Fact(
        "The source is the Gia Lai newspaper of March 2020, photo by Hữu Trường",
        SOURCES,
        _source(id="bao-gia-lai-2020", date="2020-03", author=_says("Hữu Trường"), issuer="Báo Gia Lai"),
        ("Báo Gia Lai",),
    ),
]

GIA_LAI_NEXT = [
    Fact(
        "The movement of 2020-2025 was launched on 4/3/2020; nothing else is stated of the period",
        S003_NEXT + "period.yaml",
        {"movements": ["vi-an-ninh-to-quoc-2020-2025"], "facts": [{"text": _says("được phát động")}], "events": None},
        ("Vì an ninh Tổ quốc", "2020-2025", "4/3/2020"),
    ),
]

MINISTRY_CLUSTER_2024 = [
    Fact(
        "Cluster number 5 of the Ministry held its year-end meeting on 25/11/2024 at the Hưng Yên police",
        S004 + "period.yaml",
        _event(
            id="tong-ket",
            date="2024-11-25",
            place="Công an tỉnh Hưng Yên",
            host="ca-hung-yen",
            purposes=["year-end", "vote", "praise", "hand-over"],
        ),
        ("Cụm thi đua số 5", "Bộ Công an", "Hội nghị tổng kết", "25/11/2024", "Công an tỉnh Hưng Yên"),
    ),
    Fact(
        "Before it, incense at the shrine of the heroic martyr Bùi Thị Cúc",
        S004 + "period.yaml",
        _event(date="2024-11-25", purposes=["tribute"], place="nơi thờ Anh hùng liệt sĩ CAND Bùi Thị Cúc"),
        ("Lễ dâng hương", "Bùi Thị Cúc"),
    ),
    Fact(
        "Five members: Hưng Yên, Thái Bình, Nam Định, Hà Nam, Hải Dương",
        S004_CLUSTER,
        {
            "members_known": "all",
            "member_count": {"of": "member", "number": 5},
            **_members("ca-hung-yen", "ca-thai-binh", "ca-nam-dinh", "ca-ha-nam", "ca-hai-duong"),
        },
        (
            "Công an tỉnh Hưng Yên",
            "Công an tỉnh Thái Bình",
            "Công an tỉnh Nam Định",
            "Công an tỉnh Hà Nam",
            "Công an tỉnh Hải Dương",
        ),
    ),
    Fact(
        "Chair of 2024: Hưng Yên",
        S004_CLUSTER,
        _office("chair", "2024", unit="ca-hung-yen", to="2024"),
        ("Cụm trưởng", "Công an tỉnh Hưng Yên"),
    ),
    Fact(
        "Vice-chair of 2024: Thái Bình",
        S004_CLUSTER,
        _office("vice-chair", "2024", unit="ca-thai-binh", to="2024"),
        ("Cụm phó", "Công an tỉnh Thái Bình"),
    ),
    Fact(
        "The covenant was signed at the start of 2024, the day is not stated",
        S004 + "period.yaml",
        {"covenant": {"date": "2024", "text_date": "Ngay từ đầu năm 2024", "place": None}},
        ("giao ước", "đầu năm 2024"),
    ),
    Fact(
        "The movement is for the security of the Fatherland",
        S004 + "period.yaml",
        {"movements": [SECURITY]},
        ("Vì an ninh Tổ quốc",),
    ),
    Fact(
        "Waves of emulation were lively",
        S004 + "period.yaml",
        {"facts": [{"text": _says("các đợt thi đua sôi nổi")}]},
        ("các đợt thi đua sôi nổi",),
    ),
    Fact(
        "A sport meet of the cluster",
        S004 + "period.yaml",
        _event(name="Hội thao Cụm Thi đua số 5", purposes=["sports"]),
        ("Hội thao Cụm Thi đua số 5",),
    ),
    Fact(
        "Money for houses of comradeship",
        S004 + "period.yaml",
        _event(name=_says("Nhà nghĩa tình đồng đội"), purposes=["support"]),
        ("Nhà nghĩa tình đồng đội",),
    ),
    Fact(
        "Targets were reached and passed",
        S004 + "period.yaml",
        {"facts": [{"text": _says("hoàn thành và hoàn thành vượt mức các chỉ tiêu thi đua")}], "targets": None},
        ("hoàn thành và hoàn thành vượt mức các chỉ tiêu thi đua",),
    ),
    Fact(
        "Models, new ways of working and advanced examples were found and spread",
        S004 + "period.yaml",
        {"facts": [{"text": _says("nhiều mô hình hay, cách làm mới, sáng tạo, điển hình tiên tiến")}]},
        ("nhiều mô hình hay, cách làm mới, sáng tạo, điển hình tiên tiến",),
    ),
    Fact(
        "Many brave collectives and individuals were commended, without number",
        S004 + "period.yaml",
        {"facts": [{"text": _says("Nhiều tập thể, cá nhân mưu trí, dũng cảm được khen thưởng")}], "figures": None},
        ("Nhiều tập thể, cá nhân mưu trí, dũng cảm được khen thưởng",),
    ),
    Fact(
        "The report of results was adopted",
        S004 + "period.yaml",
        _event(facts=[{"text": _says("Thông qua báo cáo kết quả nổi bật")}]),
        ("Thông qua báo cáo kết quả nổi bật",),
    ),
    Fact(
        "Experience was shared, shortcomings were named",
        S004 + "period.yaml",
        _event(facts=[{"text": _says("chỉ ra những hạn chế cần khắc phục")}]),
        ("chỉ ra những hạn chế cần khắc phục",),
    ),
    Fact(
        "5 collectives and 5 individuals were praised",
        S004 + "recognitions/tap-the-ca-nhan-tieu-bieu.yaml",
        {"by": "bca-cum-5", "date": "2024-11-25", "event": "tong-ket", **_counts(5, 5)},
        ("5 tập thể", "5 cá nhân"),
    ),
    Fact(
        "Their names are not stated",
        S004 + "recognitions/tap-the-ca-nhan-tieu-bieu.yaml",
        {"names_known": "none", "recipients": None},
    ),
    Fact(
        "Scores of the Ministry's professional departments and of the cluster were published",
        S004 + "period.yaml",
        {"scoring": {"scorers": ["department", "cluster"], "published": "2024-11-25", "framework": None}},
        ("Cục nghiệp vụ", "chấm điểm"),
    ),
    Fact(
        "Points are not stated, nor how the two are combined",
        S004 + "period.yaml",
        {"scoring": {"note": _says("cách kết hợp điểm")}},
    ),
    Fact(
        "Nam Định is put forward for the flag of the Government",
        S004 + "nominations/ca-nam-dinh.yaml",
        _nominated("ca-nam-dinh", GOVERNMENT_FLAG, SECURITY),
        ("Công an tỉnh Nam Định", "Cờ thi đua của Chính phủ"),
    ),
    Fact(
        "The member units chose Nam Định by ballot",
        S004 + "votes/bo-phieu-suy-ton.yaml",
        _chosen("ballot", ("ca-nam-dinh", GOVERNMENT_FLAG)),
        ("bỏ phiếu suy tôn",),
    ),
    Fact(
        "Whether the ballot was secret, and its figures, are not stated",
        S004 + "votes/bo-phieu-suy-ton.yaml",
        {"secret": None, "count": None, "threshold": None, "note": _says("số phiếu và tỷ lệ không nêu")},
    ),
    Fact(
        "Hưng Yên is put forward for the flag of the Ministry",
        S004 + "nominations/ca-hung-yen.yaml",
        _nominated("ca-hung-yen", MINISTRY_FLAG, SECURITY),
        ("Công an tỉnh Hưng Yên", "Cờ thi đua của Bộ Công an"),
    ),
    Fact(
        "Thái Bình is put forward for the flag of the Ministry",
        S004 + "nominations/ca-thai-binh.yaml",
        _nominated("ca-thai-binh", MINISTRY_FLAG, SECURITY),
        ("Công an tỉnh Thái Bình", "Cờ thi đua của Bộ Công an"),
    ),
    Fact(
        "The cluster honoured Hưng Yên and Thái Bình",
        S004 + "votes/suy-ton.yaml",
        _chosen(None, ("ca-hung-yen", MINISTRY_FLAG), ("ca-thai-binh", MINISTRY_FLAG)),
        ("suy tôn",),
    ),
    Fact(
        "Whether that was a ballot is not stated",
        S004 + "votes/suy-ton.yaml",
        {"count": None, "note": _says("không nói có bỏ phiếu hay không")},
    ),
    Fact(
        "The three were proposed; no decision is stated",
        S004 + "period.yaml",
        {
            "proposals": [
                {
                    "event": "tong-ket",
                    "number": None,
                    "date": None,
                    "items": [
                        {"nominee": "ca-hung-yen", "honour": MINISTRY_FLAG},
                        {"nominee": "ca-thai-binh", "honour": MINISTRY_FLAG},
                    ],
                },
                {
                    "event": "tong-ket",
                    "number": None,
                    "date": None,
                    "items": [{"nominee": "ca-nam-dinh", "honour": GOVERNMENT_FLAG}],
                },
            ]
        },
        ("đề nghị",),
    ),
    Fact(
        "The source is the Hà Nam police's page of 26/11/2024, 03:20",
        SOURCES,
        _source(id="ca-ha-nam-2024", issued_by="ca-ha-nam", date="2024-11-26", note=_says("03:20")),
        ("Công an tỉnh Hà Nam", "26/11/2024"),
    ),
]

MINISTRY_CLUSTER_2025 = [
    Fact(
        "Chair of 2025: Thái Bình, by hand-over",
        S004_CLUSTER,
        _office("chair", "2025", unit="ca-thai-binh", how="hand-over"),
        ("Cụm trưởng", "Công an tỉnh Thái Bình"),
    ),
    Fact(
        "Vice-chair of 2025: Hải Dương, by hand-over",
        S004_CLUSTER,
        _office("vice-chair", "2025", unit="ca-hai-duong", how="hand-over"),
        ("Cụm phó", "Công an tỉnh Hải Dương"),
    ),
    Fact(
        "Both were merged away on 1/7/2025; nobody says who finished the year",
        S004_CLUSTER,
        _office("chair", "2025", to="2025", ended=None, note=_says("Chưa rõ đơn vị nào đảm nhận")),
    ),
]

FACTS: dict[tuple[str, str, str], list[Fact]] = {
    ("S000", "ca-dinh-hoa", "2024"): DINH_HOA_2024,
    ("S000", "ca-dinh-hoa", "2022-2025"): DINH_HOA_SPAN,
    ("S001", "ca-kon-tum-khoi-3", "2023"): KON_TUM_2023,
    ("S001", "ca-kon-tum-khoi-3", "2024"): KON_TUM_2024,
    ("S002", "ca-hung-yen-khoi-qlhc", "2024"): HUNG_YEN_2024,
    ("S003", "ca-gia-lai-cum-2", "2015-2020"): GIA_LAI_SPAN,
    ("S003", "ca-gia-lai-cum-2", "2020-2025"): GIA_LAI_NEXT,
    ("S004", "bca-cum-5", "2024"): MINISTRY_CLUSTER_2024,
    ("S004", "bca-cum-5", "2025"): MINISTRY_CLUSTER_2025,
}
