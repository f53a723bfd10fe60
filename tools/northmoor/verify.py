#!/usr/bin/env python3
"""Reads a written demo pack and works out its figures anew, from the files alone.

Usage: verify.py [PACK]     exit 0: every figure as it must be, 1: at least one is not.
Shares nothing with the generator.
"""

import csv
import datetime
import json
import re
import sys
from math import erfc, exp, lgamma, log, prod, sqrt
from pathlib import Path

Z = 1.959964
QUARTER = ("2026-07", "2026-08", "2026-09")
failures = []


def expect(name, got, wanted):
    good = got == wanted
    print(f"{'ok  ' if good else 'FAIL'} {name}: {got}" + ("" if good else f", wanted {wanted}"))
    if not good:
        failures.append(name)


class Pack:
    def __init__(self, folder):
        self.folder = folder
        self.room = json.loads((folder / "room.json").read_text(encoding="utf-8"))
        self.tours = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((folder / "tours").glob("*.json"))]

    def rows(self, pattern):
        found = []
        for path in sorted(self.folder.glob(pattern)):
            raw = path.read_bytes()
            assert b"\r" not in raw and b"\0" not in raw and raw.endswith(b"\n"), path.name
            with path.open(encoding="utf-8", newline="") as file:
                reader = csv.reader(file, strict=True)
                header = next(reader)
                for cells in reader:
                    assert len(cells) == len(header), (path.name, cells)
                    assert all(cell == cell.strip() for cell in cells), (path.name, cells)
                    found.append(dict(zip(header, cells)))
        return found


def interval(k, n):
    """Wilson bounds as the two roots of (p - q)^2 = z^2 q (1 - q) / n."""
    a, b, c = n + Z * Z, -(2 * k + Z * Z), k * k / n
    root = sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def state_of(k, n, target, band):
    if not n:
        return "NO DATA"
    if n < 30:
        return "THIN"
    low, high = interval(k, n)
    if low >= target:
        return "KEPT"
    if high < target - band:
        return "BROKEN"
    return "UNPROVEN" if high - low > 0.04 else "ON THE LINE"


def month_number(period):
    year, month = period.split("-")
    return int(year) * 12 + int(month)


def chart(rows):
    """[(period, rule)] of a broken-share chart; also sigma_z of the baseline."""
    points = [(month_number(p), p, n - k, n) for p, k, n in sorted(rows)]
    baseline = [pt for pt in points if pt[3] >= 10][:12]
    if len(baseline) < 8:
        return [], None
    mean = sum(pt[2] for pt in baseline) / sum(pt[3] for pt in baseline)
    score = {pt[0]: (pt[2] / pt[3] - mean) / sqrt(mean * (1 - mean) / pt[3]) for pt in points if pt[3] >= 10}
    jumps = [abs(score[pt[0]] - score[pt[0] - 1]) for pt in baseline[1:] if pt[0] - 1 in score]
    sigma = sum(jumps) / len(jumps) / 1.128
    divide = sigma if sigma > 1.3 else 1
    share = {pt[0]: pt[2] / pt[3] for pt in points if pt[3]}
    out = []
    for number, period, _, n in points:
        if n < 10:
            continue

        def back(count):
            span = range(number - count + 1, number + 1)
            return list(span) if all(m in score for m in span) else []

        if abs(score[number]) / divide > 3:
            out.append((period, 1))
        nine = back(9)
        if nine and abs(sum((score[m] > 0) - (score[m] < 0) for m in nine)) == 9:
            out.append((period, 2))
        six = back(6)
        if six:
            climbs = sum((share[b] > share[a]) - (share[b] < share[a]) for a, b in zip(six, six[1:]))
            if abs(climbs) == 5:
                out.append((period, 3))
        for sign in (1, -1):
            far = [m for m in (back(3) or back(2)) if sign * score[m] / divide > 2]
            if len(far) >= 2 and number in far:
                out.append((period, 5))
    return out, sigma


def homogeneity(groups):
    """(p value, spread) of the chi-square test over groups with 30 or more."""
    groups = [(k, n) for k, n in groups if n >= 30]
    if len(groups) < 2:
        return None
    p = sum(k for k, _ in groups) / sum(n for _, n in groups)
    value = sum((k - n * p) ** 2 / (n * p * (1 - p)) for k, n in groups)
    free = len(groups) - 1
    # Upper tail of the chi-square distribution: one or two degrees, then two more at a time.
    degree = 1 if free % 2 else 2
    tail = erfc(sqrt(value / 2)) if free % 2 else exp(-value / 2)
    while degree < free:
        tail += exp(degree / 2 * log(value / 2) - value / 2 - lgamma(degree / 2 + 1))
        degree += 2
    shares = [k / n for k, n in groups]
    return tail, max(shares) - min(shares)


def references(pack):
    """The rules of the format that a reader would trip over."""
    journeys = {r["key"]: r for r in pack.rows("journeys.csv")}
    stages = {r["key"]: r for r in pack.rows("stages.csv")}
    steps = {(r["journey"], r["key"]): r for r in pack.rows("steps.csv")}
    points = {r["key"] for r in pack.rows("touchpoints.csv")}
    people = {r["key"] for r in pack.rows("personas.csv")} | {""}
    bad = []
    bad += [k for k in [*journeys, *stages, *points, *people - {""}] if not re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", k)]
    bad += [r for r in journeys.values() if r["parent_journey"] and (
        int(journeys[r["parent_journey"]]["level"]) != int(r["level"]) - 1
        or stages[r["parent_stage"]]["journey"] != r["parent_journey"])]
    bad += [r for r in steps.values() if stages[r["stage"]]["journey"] != r["journey"]]
    placed = pack.rows("placements.csv")
    bad += [r for r in placed if r["touchpoint"] not in points or stages[r["stage"]]["journey"] != r["journey"]
            or r["step"] and steps[r["journey"], r["step"]]["stage"] != r["stage"]]
    bad += [t for t in points if not any(r["touchpoint"] == t and r["journey"] == "life" for r in placed)]
    for name in ("exposures", "promises", "observations*", "scores", "importance", "emotions", "verbatims"):
        bad += [r for r in pack.rows(name + ".csv") if r["touchpoint"] not in points
                or r.get("persona", "") not in people]
    sources = {r["key"] for r in pack.rows("sources.csv")} | {""}
    bad += [r for r in pack.rows("observations*.csv") if r["source"] not in sources]
    nodes = pack.rows("blueprint_nodes.csv")
    parts = {r["key"] for r in pack.rows("components.csv")}
    keys = {r["key"] for r in nodes}
    bad += [r for r in nodes if (r["journey"], r["step"]) not in steps or r["touchpoint"] not in points | {""}
            or r["component"] not in parts | {""}]
    bad += [r for r in pack.rows("blueprint_links.csv") if r["from"] not in keys or r["to"] not in keys]
    codes = {r["code"] for r in pack.rows("initiatives.csv")}
    for r in pack.rows("initiatives.csv"):
        bad += [r for t in filter(None, r["touchpoints"].split("|")) if t not in points]
        bad += [r for c in filter(None, r["needs"].split("|")) if c not in codes]
    for tour in pack.tours:
        for stop in tour["stops"]:
            kind, _, key = stop["view"].partition(":")
            known = {"home": {""}, "journey": journeys, "stage": stages, "touchpoint": points}[kind]
            if key not in known or tour.get("persona", "") not in people or stop.get("persona", "") not in people:
                bad.append(stop)
    for name, identity in (("observations*", "touchpoint period persona region channel"),
                           ("scores", "touchpoint subject rival period"), ("placements", "touchpoint journey"),
                           ("emotions", "touchpoint persona"), ("exposures", "touchpoint persona journey")):
        seen = [tuple(r[c] for c in identity.split()) for r in pack.rows(name + ".csv")]
        bad += [s for s in set(seen) if seen.count(s) > 1] if len(seen) < 500 else (
            ["twice in " + name] if len(set(seen)) != len(seen) else [])
    for r in pack.rows("verbatims.csv"):
        datetime.date.fromisoformat(r["date"])
        bad += [r for a in filter(None, r["adjectives"].split("|")) if a not in pack.room["adjectives"]]
    bad += [r for r in pack.rows("observations*.csv") if not 0 <= int(r["kept"]) <= int(r["due"])]
    return bad


def figures(pack):
    promise = {r["touchpoint"]: r for r in pack.rows("promises.csv")}
    weight = {r["touchpoint"]: float(r["weight_percent"]) / 100 for r in pack.rows("importance.csv")}
    kano = {r["key"]: r["kano"] for r in pack.rows("touchpoints.csv")}
    seen = pack.rows("observations*.csv")
    totals = [r for r in seen if not (r["persona"] or r["region"] or r["channel"])]
    count = {}
    for r in totals:
        if r["period"] in QUARTER:
            k, n = count.get(r["touchpoint"], (0, 0))
            count[r["touchpoint"]] = k + int(r["kept"]), n + int(r["due"])
    state = {t: state_of(*count.get(t, (0, 0)), float(p["target_percent"]) / 100, float(p["materiality_pp"]) / 100)
             for t, p in promise.items()}
    expect("states", {s: list(state.values()).count(s) for s in
                      ("KEPT", "ON THE LINE", "BROKEN", "UNPROVEN", "THIN", "NO DATA")},
           {"KEPT": 15, "ON THE LINE": 11, "BROKEN": 22, "UNPROVEN": 1, "THIN": 1, "NO DATA": 2})
    expect("neither kept nor broken", {t: s for t, s in state.items() if s in ("UNPROVEN", "THIN", "NO DATA")},
           {"T25": "NO DATA", "T42": "UNPROVEN", "T48": "THIN", "T49": "NO DATA"})
    expect("rows of T25 and T49 in the quarter", [count.get("T25"), count.get("T49")], [None, (0, 0)])
    expect("broken promises", sum(n - k for k, n in count.values()), 94323)
    expect("quarter of T40, T26, T27, T48", [count[t] for t in ("T40", "T26", "T27", "T48")],
           [(5150, 7220), (358900, 398200), (388100, 401300), (19, 24)])

    score = {}
    for r in pack.rows("scores.csv"):
        if r["period"] == "2026-Q3":
            score.setdefault((r["touchpoint"], r["subject"]), []).append((float(r["score"]), float(r["sd"]), int(r["n"])))
    place, memory, locked, fix, index, ratio = {}, [], [], [], 0, 0
    for t in promise:
        own, best, hoped = score[t, "own"][0], max(score[t, "rival"]), score[t, "expected"][0]
        gap = 10 * (own[0] - best[0])
        error = Z * 10 * sqrt(own[1] ** 2 / own[2] + best[1] ** 2 / best[2])
        place[t] = "LEAD" if gap > error else "LAG" if -gap > error else "PARITY"
        if place[t] == "LEAD" and own[0] > hoped[0] and kano[t] in "AO":
            if state[t] in ("KEPT", "ON THE LINE"):
                memory.append(t)
            if state[t] in ("BROKEN", "UNPROVEN"):
                locked.append(t)
        if place[t] == "LAG" and weight[t] >= 1 / len(weight):
            fix.append(t)
        index += weight[t] * gap
        ratio += weight[t] * own[0] / best[0]
    expect("positions", [list(place.values()).count(p) for p in ("LEAD", "PARITY", "LAG")], [18, 16, 18])
    expect("memories", " ".join(memory), "T02 T03 T05 T14 T20 T22 T28 T34 T38 T47 T51")
    expect("locked", " ".join(locked), "T19 T42 T43")
    expect("concentrate here", " ".join(fix), "T12 T27 T29 T31 T32 T35 T37 T40 T41 T44 T45 T50")
    expect("journey index and quality ratio", (round(index, 2), round(ratio, 4)), (-0.68, 0.9931))
    expect("weights", round(sum(weight.values()), 9), 1.0)
    yields(pack, count, totals, weight)
    it_depends(seen)
    patterns(totals)


def exposure(pack):
    rows = {(r["touchpoint"], r["persona"], r["journey"]): float(r["share"]) for r in pack.rows("exposures.csv")}

    def share(t, journey, persona=""):
        for key in ((t, persona, journey), (t, persona, ""), (t, "", journey), (t, "", "")):
            if key in rows:
                return rows[key]
        return 1.0
    return share


def yields(pack, count, totals, weight):
    share = exposure(pack)
    placed = pack.rows("placements.csv")
    made, heavy, measured = {}, {}, {}
    for r in placed:
        t = r["touchpoint"]
        if r["journey"] == "life":
            heavy[r["stage"]] = heavy.get(r["stage"], 0) + 100 * weight[t]
            if count.get(t, (0, 0))[1]:
                k, n = count[t]
                made[r["stage"]] = made.get(r["stage"], 1) * (1 - share(t, "life") * (1 - k / n))
                measured[r["stage"]] = measured.get(r["stage"], 0) + 1
    expect("stage yields", {s: round(y, 3) for s, y in made.items()},
           {"S1": .886, "S2": .786, "S3": .581, "S4": .898, "S5": .797, "S6": .115, "S7": .995, "S8": .994})
    expect("measured in S4 and S7", (measured["S4"], measured["S7"]), (5, 4))
    expect("stage weights", [round(w, 1) for w in heavy.values()], [5.2, 7.3, 16.2, 7.8, 19.3, 32.0, 7.5, 4.7])
    core = [r["touchpoint"] for r in placed if r["journey"] == "J2" and r["core"] == "yes"]
    expect("core of J2", " ".join(core), "T35 T36 T37 T39 T40")
    value, spread = 1.0, 0.0
    for t in core:
        k, n = count[t]
        e, p = share(t, "J2"), (k + .5) / (n + 1)
        value *= 1 - e * (1 - k / n)
        spread += (e / (1 - e * (1 - p))) ** 2 * p * (1 - p) / n
    ends = tuple(round(value * exp(s * Z * sqrt(spread)), 4) for s in (-1, 1))
    expect("yield of J2", (round(value, 4), *ends, round(value ** (1 / len(core)), 4)), (0.3481, 0.3395, 0.3569, 0.8097))
    feeling = {r["touchpoint"]: float(r["value"]) for r in pack.rows("emotions.csv") if not r["persona"]}
    curve = [feeling[r["touchpoint"]] for r in placed if r["journey"] == "J2" and share(r["touchpoint"], "J2") >= 0.5]
    expect("peak and end of J2", (len(curve), round((max(curve, key=abs) + curve[-1]) / 2, 2)), (7, -0.15))
    people = {}
    for r in pack.rows("observations*.csv"):
        if r["persona"] == "larkins" and r["period"] in QUARTER:
            k, n = people.get(r["touchpoint"], (0, 0))
            people[r["touchpoint"]] = k + int(r["kept"]), n + int(r["due"])
    theirs = prod(1 - share(t, "J2", "larkins") * (1 - people[t][0] / people[t][1]) for t in core)
    expect("yield of J2 for the Larkins", round(theirs, 2), 0.17)
    for r in pack.rows("asset_periods.csv"):
        opening, gained, back, lost, closing = (int(r[c]) for c in "opening gained won_back lost closing".split())
        if closing != opening + gained + back - lost:
            failures.append("asset " + r["period"])
    net = gained * int(r["value_gained"]) + back * int(r["value_won_back"]) - lost * int(r["value_lost"])
    expect("asset of the last quarter", (r["period"], gained + back - lost, net), ("2026-Q3", -6000, -2813000))
    reasons = [int(x["count"]) for x in pack.rows("loss_reasons.csv") if x["period"] == r["period"]]
    expect("reasons add up to the lost", sum(reasons), lost)


def it_depends(seen):
    marked, regions = {}, {}
    for column in ("region", "channel", "persona"):
        groups = {}
        for r in seen:
            if r["period"] in QUARTER and [c for c in ("region", "channel", "persona") if r[c]] == [column]:
                at = groups.setdefault(r["touchpoint"], {}).setdefault(r[column], [0, 0])
                at[0] += int(r["kept"])
                at[1] += int(r["due"])
        for t, by in groups.items():
            test = homogeneity(by.values())
            if column == "region":
                regions[t] = {name: tuple(v) for name, v in by.items()}
            if test and test[0] < 0.01 and test[1] >= 0.05:
                marked.setdefault(t, []).append(column)
    expect("regions", regions, {"T40": {"Coast": (2240, 2840), "City": (2050, 2620), "Hills": (860, 1760)}})
    expect("it depends", sorted(marked), ["T40"])


def patterns(totals):
    series = {}
    for r in totals:
        series.setdefault(r["touchpoint"], []).append((r["period"], int(r["kept"]), int(r["due"])))
    found = {t: chart(rows) for t, rows in series.items()}

    def hits(t, rule=None):
        return [p for p, r in found[t][0] if rule in (None, r)]

    def share(t, first, last):
        rows = sorted(series[t])[first - 1:last]
        return round(100 * sum(k for _, k, _ in rows) / sum(n for _, _, n in rows), 1)

    expect("months a touchpoint", {len(r) for t, r in series.items() if t != "T25"}, {24})
    expect("T37 first signal, rule 1, rule 2 never", (hits("T37")[0], hits("T37", 1)[0], hits("T37", 2)),
           ("2026-02", "2026-02", []))
    expect("T37 rule 1 in every month since", len(hits("T37", 1)), 8)
    expect("T37 old and new level", (round(share("T37", 1, 16)), round(share("T37", 17, 24))), (84, 74))
    expect("T27 signals", found["T27"][0], [("2025-10", 1)])
    expect("T27 share in that month", share("T27", 13, 13), 91.2)
    expect("T31 signals", found["T31"][0], [("2026-08", 3), ("2026-09", 3)])
    expect("T20 first signal and rule 1 since", (hits("T20")[0], len(hits("T20", 1))), ("2025-12", 10))
    expect("T47 first signal and rule 1 since", (hits("T47")[0], len(hits("T47", 1))), ("2025-12", 10))
    expect("T47 before and after", (round(share("T47", 1, 14)), round(share("T47", 16, 24))), (80, 92))
    expect("T29, T39 and T26 signals", [found[t][0] for t in ("T29", "T39", "T26")], [[], [], []])
    expect("T26 needs wider limits", found["T26"][1] > 1.3, True)
    expect("T25 last month with data", max(series["T25"])[0], "2026-04")
    expect("T48 due a month", (min(n for _, _, n in series["T48"]) >= 6, max(n for _, _, n in series["T48"]) <= 10),
           (True, True))
    expect("T49 rows", {(k, n) for _, k, n in series["T49"]}, {(0, 0)})
    expect("with a signal at all", sorted(t for t in found if found[t][0]), ["T20", "T27", "T31", "T37", "T47"])
    winter = [n for p, _, n in sorted(series["T39"]) if p[5:] in ("11", "12", "01", "02")]
    expect("winter faults against the quarter", round(sum(winter) / len(winter) / (7230 / 3), 1), 1.6)


def main(arguments):
    here = Path(__file__).resolve()
    pack = Pack(Path(arguments[0]) if arguments else here.parents[2] / "data" / "northmoor")
    bad = references(pack)
    expect("broken references and doubles", bad[:5], [])
    expect("default period and format", (pack.room["default_period"], pack.room["format"]), ("2026-Q3", 1))
    walks = sorted(t["key"] for t in pack.tours if t["kind"] == "walk")
    expect("tours and their stops", {t["key"]: len(t["stops"]) for t in pack.tours},
           {"cold-night": 6, "surprise-bill": 6, "install-and-forget": 5, "leaders-quarter": 8, "new-starter": 7})
    expect("first walk", walks[0], "cold-night")
    said = pack.rows("verbatims.csv")
    expect("verbatims marked as invented", {r["invented"] for r in said}, {"yes"})
    expect("verbatims said once each", len({r["text"] for r in said}), len(said))
    figures(pack)
    print(f"{len(failures)} wrong" if failures else "all as it must be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
