#!/usr/bin/env python3
"""Writes the demo pack data/northmoor. With --check it writes nothing and exits 1 where the files differ."""

import csv
import io
import json
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import journeys
import measures
import pictures
import programme
import series
import words
from figures import FIGURES
from tours import TOURS

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "data" / "northmoor"

# Groups within the totals. touchpoint: (persona, region, channel, share, kept and due of the last quarter)
GROUPS = {
    "T31": [("amara", "", "", 0.60, 3560, 5500)],
    "T32": [("larkins", "", "", 0.17, 1580, 2410)],
    "T34": [("amara", "", "", 0.63, 2240, 3050)],
    "T35": [("amara", "", "", 0.18, 1118, 1390), ("larkins", "", "", 0.17, 1060, 1310)],
    "T36": [("larkins", "", "", 0.17, 1209, 1310)],
    "T37": [("larkins", "", "", 0.17, 716, 1270), ("", "", "App", 0.41, 2305, 3040)],
    "T38": [("amara", "", "", 0.60, 4290, 4370), ("larkins", "", "", 0.17, 1180, 1235)],
    "T39": [("larkins", "", "", 0.17, 960, 1234)],
    "T40": [("larkins", "", "", 0.17, 655, 1232)],
    "T41": [("larkins", "", "", 0.28, 372, 577)],
    "T42": [("larkins", "", "", 0.93, 198, 213)],
    "T43": [("amara", "", "", 0.61, 1800, 4380), ("larkins", "", "", 0.17, 520, 1225)],
}
REGIONS = {"Hills": (0.2438, 860, 1760), "City": (0.3629, 2050, 2620)}  # Coast is the rest
COAST = (2240, 2840)
# Share of results that never came back, of those due.
UNKNOWN = {"T16": 0.06, "T18": 0.03, "T19": 0.02, "T41": 0.02, "T43": 0.03, "T44": 0.04}


def table(header, rows):
    """CSV text; every row as long as the header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split())
    for row in rows:
        row = ["" if cell is None else str(cell) for cell in row]
        assert len(row) == len(header.split()), row
        assert all(cell == cell.strip() for cell in row), row
        writer.writerow(row)
    return out.getvalue()


def document(value):
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def room_files():
    stages = [(j, s[0], i, *s[1:]) for j, made in journeys.STAGES.items() for i, s in enumerate(made, 1)]
    steps = [(j, stage, key, i, action, thought) for j, made in journeys.STEPS.items()
             for i, (key, stage, action, thought) in enumerate(made, 1)]
    yield "room.json", document(programme.ROOM)
    yield "journeys.csv", table("key level title parent_journey parent_stage goal state",
                                [(*j, "current") for j in journeys.JOURNEYS])
    yield "stages.csv", table("journey key order name inside_name goal leader", stages)
    yield "steps.csv", table("journey stage key order action thought", steps)
    yield "placements.csv", table("touchpoint journey stage order step core", placements())
    yield "personas.csv", table("key name age summary needs_rational needs_emotional segment_share portrait",
                                [(*p, pictures.PORTRAITS[p[0]]) for p in programme.PERSONAS])
    shares = [(f[0], f[9], "", "") for f in FIGURES] + programme.EXPOSURES
    yield "exposures.csv", table("touchpoint share persona journey", sorted(shares, key=lambda s: s[0]))
    yield "sources.csv", table("key name owner method cadence_days last_loaded", programme.SOURCES)


def placements():
    count = {}
    for key, stage, *_ in FIGURES:
        count[stage] = count.get(stage, 0) + 1
        yield key, journeys.LIFE, stage, count[stage], "", "yes"
    for journey, made in journeys.PLACEMENTS.items():
        step_of = {stage: key for key, stage, _, _ in journeys.STEPS[journey]}
        for stage, keys in made:
            for order, key in enumerate(keys, 1):
                core = "yes" if journey != "J2" or key in journeys.CORE_OF_J2 else "no"
                yield key, journey, stage, order, step_of[stage], core


def touchpoint_files():
    class_of = {key: name for name, keys in words.CLASSES.items() for key in keys}
    points, promises, importance, emotions = [], [], [], []
    draw = random.Random(f"{series.SEED}-emotions")
    for key, _, title, channels, owner, promise, target, _, due, _, weight, _, _, _, kano, feeling in FIGURES:
        kind, severity, _, _, _, why, description = words.WORDS[key]
        points.append((key, title, channels, owner, "yes" if key in words.MOMENTS_OF_TRUTH else "no",
                       class_of.get(key, ""), kano, why, description, pictures.MEDIA.get(key, "")))
        promises.append((key, promise, target, kind, 1, severity))
        importance.append((key, weight, "Shapley share in two levels: touchpoint to stage and stage to overall", 2412))
        assumed = key in words.ASSUMED_EMOTION
        answers = "" if assumed else max(38, min(due // 4, 900)) - draw.randint(0, 30)
        emotions.append((key, feeling, "", answers, "yes" if assumed else "no", *(("", "") if assumed else (1, 5))))
        for persona, values in words.PERSONA_EMOTION.items():
            if key in values:
                part = 0.5 if persona == "amara" else 0.2
                emotions.append((key, values[key], persona, max(12, round(answers * part)), "no", 1, 5))
    yield "touchpoints.csv", table(
        "key title channel department moment_of_truth class kano why description media", points)
    yield "promises.csv", table("touchpoint wording target_percent kind materiality_pp severity", promises)
    yield "importance.csv", table("touchpoint weight_percent method n", importance)
    yield "emotions.csv", table("touchpoint value persona n assumed scale_min scale_max", emotions)
    yield "scores.csv", table("touchpoint subject score sd n rival period source", scores())


def scores():
    """Two survey waves; the earlier one a little off the later."""
    draw = random.Random(f"{series.SEED}-scores")
    for key, _, _, _, _, _, _, _, _, _, _, own, best, expected, _, _ in FIGURES:
        _, _, _, rival, weaker, _, _ = words.WORDS[key]
        for wave in ("2025-Q3", "2026-Q3"):
            now = wave == "2026-Q3"

            def asked(score):
                return score if now else f"{float(score) + draw.choice((-2, -1, -1, 0, 0, 1, 1, 2)) / 10:.1f}"

            yield key, "own", asked(own), "1.8", 400, "", wave, "survey"
            yield key, "rival", asked(best), "1.8", 400, rival, wave, "survey"
            if weaker and now:
                yield key, "rival", f"{float(best) - weaker[1]:.1f}", "1.8", 400, weaker[0], wave, "survey"
            yield key, "expected", asked(expected), "1.8", 400, "", wave, "survey"


def observation_files():
    header = "touchpoint period kept due unknown persona region channel source"
    totals, groups, regions = [], [], []
    for key, stage, _, _, _, _, _, kept, due, *_ in FIGURES:
        source = words.WORDS[key][2]
        rows = series.series(key, kept, due, stage == "S6")
        if key != "T25":
            last = rows[-3:]
            assert (sum(k for _, k, _ in last), sum(n for _, _, n in last)) == (kept, due), key
        for m, k, n in rows:
            unknown = round(n * UNKNOWN[key]) if key in UNKNOWN else ""
            totals.append((key, series.period(m), k, n, unknown, "", "", "", source))
        for persona, region, channel, share, part_kept, part_due in GROUPS.get(key, ()):
            draw = random.Random(f"{series.SEED}-{key}-{persona}{channel}")
            made = series.follow(rows, range(13, 25), share, part_kept, part_due, draw)
            groups += [(key, series.period(m), k, n, "", persona, region, channel, source) for m, k, n in made]
            if channel:
                groups += [(key, series.period(m), k, n, "", "", "", "Phone", source)
                           for m, k, n in series.rest(rows, made)]
        if key == "T40":
            regions = [(key, series.period(m), k, n, "", "", region, "", source)
                       for region, m, k, n in by_region(rows)]
    yield "observations.csv", table(header, totals)
    yield "observations_groups.csv", table(header, groups)
    yield "observations_regions.csv", table(header, regions)


def by_region(totals):
    draw = random.Random(f"{series.SEED}-regions")
    parts = {name: series.follow(totals, range(1, 25), *REGIONS[name], draw) for name in REGIONS}
    parts["Coast"] = series.rest(totals, *parts.values())
    last = parts["Coast"][-3:]
    assert (sum(k for _, k, _ in last), sum(n for _, _, n in last)) == COAST
    for name in ("Coast", "City", "Hills"):
        for row in parts[name]:
            yield name, *row


def listening_files():
    rows = []
    for line in (HERE / "verbatims.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, date, persona, channel, sentiment, adjectives, source, text = (
            part.strip() for part in line.split(";", 7))
        assert set(filter(None, adjectives.split("|"))) <= set(programme.ROOM["adjectives"]), line
        rows.append((key, text, date, persona, channel, sentiment, adjectives, source, "yes"))
    yield "verbatims.csv", table("touchpoint text date persona channel sentiment adjectives source invented", rows)
    yield "guesses.csv", table("question level period value journey",
                               [(programme.GUESS_QUESTION, level, when, value, "J2")
                                for (level, when), values in programme.GUESSES.items() for value in values])


def blueprint_files():
    step_keys = journeys.NODE_KEYS
    nodes = [(key, "J2", step, *row) for step, rows in journeys.BLUEPRINT.items()
             for key, row in zip(step_keys[step], rows, strict=True)]
    nodes = [(key, journey, step, lane, text, touchpoint, team, component, fail, wait)
             for key, journey, step, lane, text, touchpoint, team, component, fail, wait in nodes]
    known = {row[0] for row in nodes}
    links = [tuple(line.split()) for line in journeys.LINKS.split("\n") if line]
    assert len(known) == len(nodes) and all(a in known and b in known for a, b, _ in links)
    yield "blueprint_nodes.csv", table(
        "key journey step lane text touchpoint team component fail_point wait_minutes", nodes)
    yield "blueprint_links.csv", table("from to kind", links)
    yield "components.csv", table("key name kind owner", journeys.COMPONENTS)


def programme_files():
    yield "asset_periods.csv", table(
        "period opening gained won_back lost closing value_gained value_won_back value_lost "
        "recommended plan_up plan_down", programme.ASSET)
    yield "loss_reasons.csv", table("period reason count stage value", programme.LOSS_REASONS)
    yield "initiatives.csv", table(
        "code name horizon domain state priority needs touchpoints owner customer_benefit reach fit "
        "cost effort risk class", programme.INITIATIVES)
    for tour in TOURS:
        yield f"tours/{tour['key']}.json", document(tour)


def pack():
    measures.check()
    files = {}
    for part in (room_files, touchpoint_files, observation_files, listening_files, blueprint_files, programme_files):
        files.update((name, text.encode("utf-8")) for name, text in part())
    files.update(pictures.files())
    return files


def main(arguments):
    if arguments not in ([], ["--check"]):
        print("usage: generate.py [--check]", file=sys.stderr)
        return 2
    files = pack()
    there = {str(p.relative_to(OUT)) for p in OUT.rglob("*") if p.is_file()} if OUT.is_dir() else set()
    stale = sorted(there - files.keys())
    changed = sorted(name for name, content in files.items()
                     if name not in there or (OUT / name).read_bytes() != content)
    if arguments:
        for name in changed + stale:
            print(f"{name}: differs from what generate.py writes", file=sys.stderr)
        return 1 if changed or stale else 0
    for name in stale:
        (OUT / name).unlink()
    for name in changed:
        (OUT / name).parent.mkdir(parents=True, exist_ok=True)
        (OUT / name).write_bytes(files[name])
    print(f"{OUT}: {len(files)} files, {len(changed)} written, {len(stale)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
