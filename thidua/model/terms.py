"""The words of the field for every value of a closed vocabulary, as sentences to be translated."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.text.say import Message, msg

OFFICES: Mapping[tuple[str, str], Message] = {
    ("cum", "chair"): msg("cluster chair"),
    ("cum", "vice-chair"): msg("cluster vice-chair"),
    ("khoi", "chair"): msg("bloc chair"),
    ("khoi", "vice-chair"): msg("bloc vice-chair"),
    ("khu-vuc", "chair"): msg("area chair"),
    ("khu-vuc", "vice-chair"): msg("area vice-chair"),
    ("to", "chair"): msg("group chair"),
    ("to", "vice-chair"): msg("group vice-chair"),
}
"""Chair and vice-chair by kind of cluster: Cụm trưởng, Khối phó."""

LABELS: Mapping[str, Mapping[str, Message]] = {
    "cluster kind": {
        "cum": msg("cluster"),
        "khoi": msg("bloc"),
        "khu-vuc": msg("area"),
        "to": msg("group"),
    },
    "office how": {
        "election": msg("by election"),
        "rotation": msg("by rotation"),
        "designation": msg("by designation"),
        "assignment": msg("by assignment"),
        "hand-over": msg("by hand-over"),
    },
    "office ended": {
        "term": msg("end of term"),
        "merger": msg("merger of the unit"),
        "left": msg("left the cluster"),
        "removed": msg("removed"),
        "resigned": msg("resigned"),
        "dissolved": msg("cluster dissolved"),
        "handed-over": msg("handed over"),
    },
    "state": {
        "nominated": msg("nominated"),
        "returned": msg("returned"),
        "withdrawn": msg("withdrawn"),
        "not-honoured": msg("not honoured"),
        "tied": msg("tied"),
        "undecided": msg("undecided"),
        "honoured": msg("honoured by the cluster"),
        "proposed": msg("proposed to the higher authority"),
        "refused": msg("refused"),
        "awarded": msg("awarded"),
        "revoked": msg("revoked"),
        "replaced": msg("replaced by another decision"),
    },
    "method": {
        "ballot": msg("vote of honour by ballot"),
        "show-of-hands": msg("show of hands"),
        "written-opinion": msg("written opinions"),
        "acclamation": msg("acclamation"),
        "agreement": msg("deliberation and agreement"),
    },
    "base": {
        "entitled": msg("votes there are"),
        "present": msg("voters present"),
        "issued": msg("ballots issued"),
        "returned": msg("ballots returned"),
        "valid": msg("valid ballots"),
    },
    "result": {
        "chosen": msg("chosen"),
        "not-chosen": msg("not chosen"),
        "tied": msg("tied"),
        "undecided": msg("undecided"),
    },
    "choice": {
        "list-order": msg("in the order of the list"),
        "longest-wait": msg("by longest wait"),
        "election": msg("elected by the members"),
        "designation": msg("designated by the organiser"),
        "vice-succeeds": msg("the vice-chair succeeds"),
    },
    "category": {
        "title": msg("emulation title"),
        "form": msg("commendation form"),
        "recognition": msg("recognition, not an award"),
    },
    "level": {
        "state": msg("State"),
        "government": msg("Government"),
        "ministry": msg("ministry"),
        "province": msg("province"),
        "command": msg("command"),
        "grassroots": msg("grassroots"),
    },
    "recipient kind": {
        "collective": msg("collective"),
        "individual": msg("individual"),
        "household": msg("household"),
    },
    "purpose": {
        "launch": msg("launch"),
        "covenant": msg("signing of the covenant"),
        "mid-year": msg("mid-year review"),
        "cross-check": msg("cross-check"),
        "year-end": msg("year-end review"),
        "commendation": msg("commendation"),
        "praise": msg("public praise"),
        "hand-over": msg("hand-over of offices"),
        "vote": msg("vote of honour"),
        "sports": msg("sports meet"),
        "support": msg("support"),
        "tribute": msg("tribute"),
        "other": msg("other activity"),
    },
    "part of day": {
        "morning": msg("morning"),
        "afternoon": msg("afternoon"),
        "evening": msg("evening"),
    },
    "scorer": {
        "self": msg("self-score"),
        "cross-check": msg("cross-check"),
        "cluster": msg("the cluster"),
        "department": msg("professional departments"),
    },
    "period kind": {
        "year": msg("year"),
        "school-year": msg("school year"),
        "span": msg("span of years"),
    },
    "group": {
        "all-members": msg("all members"),
        "remaining-members": msg("the remaining members"),
        "not-named": msg("recipient not named"),
    },
    "unit kind": {
        "ministry": msg("central ministry"),
        "ministry-department": msg("unit of the ministry"),
        "provincial-police": msg("provincial police"),
        "district-police": msg("district police"),
        "commune-police": msg("commune police"),
        "department": msg("department"),
        "party-office": msg("Party office"),
        "detention-camp": msg("detention camp"),
    },
    "fate": {
        "merged": msg("merged into"),
        "split": msg("split into"),
        "renamed": msg("renamed"),
        "absorbed": msg("absorbed by"),
        "transferred": msg("transferred to"),
    },
    "lapse": {
        "split": msg("the unit was split"),
        "absorbed": msg("the unit was absorbed by another"),
        "transferred": msg("the unit was transferred"),
        "renamed": msg("the unit goes on under another record"),
    },
    "office": {
        "chair": msg("chair"),
        "vice-chair": msg("vice-chair"),
    },
    "vote state": {
        "open": msg("still open"),
        "counted": msg("counted"),
        "closed": msg("closed"),
    },
    "known": {
        "all": msg("all of them"),
        "some": msg("some of them"),
        "none": msg("none of them"),
    },
    "cadence": {
        "yearly": msg("every year"),
        "eligible": msg("when the conditions are met"),
        "movement": msg("at the review of a movement"),
        "seniority": msg("by years of service"),
        "sudden": msg("for a sudden exploit"),
    },
    "source kind": {
        "law": msg("law"),
        "decree": msg("decree"),
        "circular": msg("circular"),
        "resolution": msg("resolution"),
        "decision": msg("decision"),
        "plan": msg("plan"),
        "guidance": msg("guidance"),
        "letter": msg("official letter"),
        "minutes": msg("minutes"),
        "proposal": msg("proposal letter"),
        "report": msg("report"),
        "page": msg("page"),
        "regulation": msg("regulation"),
        "draft": msg("draft"),
    },
}
"""By vocabulary, then by value. A test holds it complete."""


def label(vocabulary: str, value: str) -> Message:
    """The word for a value; KeyError if the vocabulary or value is unknown."""
    return LABELS[vocabulary][value]


def kind_of_unit(kind: str) -> Message:
    """The word for a kind of unit; a kind that no vocabulary has as it is written."""
    return LABELS["unit kind"].get(kind) or Message("{kind}", {"kind": kind})


def office_label(cluster_kind: str, office: str) -> Message:
    """Cụm trưởng, Khối phó …: the office named after the kind of cluster."""
    return OFFICES[cluster_kind, office]
