"""What the demo figures must give. The generator refuses to write a pack in which this does not hold."""

import math

from figures import FIGURES
from journeys import CORE_OF_J2
from programme import ASSET, GUESSES, INITIATIVES, LOSS_REASONS

Z = 1.959964
STATES = {"KEPT": 15, "ON THE LINE": 11, "BROKEN": 22, "UNPROVEN": 1, "THIN": 1, "NO DATA": 2}
POSITIONS = {"LEAD": 18, "PARITY": 16, "LAG": 18}
MEMORIES = "T02 T03 T05 T14 T20 T22 T28 T34 T38 T47 T51".split()
LOCKED = "T19 T42 T43".split()
CONCENTRATE = "T12 T27 T29 T31 T32 T35 T37 T40 T41 T44 T45 T50".split()
STAGE_YIELDS = {"S1": .886, "S2": .786, "S3": .581, "S4": .898, "S5": .797, "S6": .115, "S7": .995, "S8": .994}
STAGE_WEIGHTS = {"S1": 5.2, "S2": 7.3, "S3": 16.2, "S4": 7.8, "S5": 19.3, "S6": 32.0, "S7": 7.5, "S8": 4.7}


def wilson(k, n):
    p = k / n
    denominator = 1 + Z * Z / n
    centre = (p + Z * Z / (2 * n)) / denominator
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / denominator
    return centre - half, centre + half


def state(k, n, target):
    if n == 0:
        return "NO DATA"
    if n < 30:
        return "THIN"
    lower, upper = wilson(k, n)
    if lower >= target:
        return "KEPT"
    if upper < target - 0.01:
        return "BROKEN"
    return "ON THE LINE" if upper - lower <= 0.04 else "UNPROVEN"


def tally(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def check():
    states, positions, yields, weights = {}, {}, {}, {}
    memories, locked, concentrate = [], [], []
    broken = index = ratio = 0
    error = 10 * math.sqrt(2 * 1.8 ** 2 / 400)
    for (key, stage, _, _, _, _, target, k, n, share, weight, own, rival, expected, kano, _) in FIGURES:
        share, weight, own, rival, expected = map(float, (share, weight, own, rival, expected))
        states[key] = state(k, n, target / 100)
        gap = 10 * (own - rival)
        positions[key] = "LEAD" if gap - Z * error > 0 else "LAG" if gap + Z * error < 0 else "PARITY"
        if positions[key] == "LEAD" and own > expected and kano in "AO":
            if states[key] in ("KEPT", "ON THE LINE"):
                memories.append(key)
            elif states[key] in ("BROKEN", "UNPROVEN"):
                locked.append(key)
        if positions[key] == "LAG" and weight / 100 >= 1 / len(FIGURES):
            concentrate.append(key)
        broken += n - k
        index += weight / 100 * gap
        ratio += weight / 100 * own / rival
        weights[stage] = weights.get(stage, 0) + weight
        if n:
            yields[stage] = yields.get(stage, 1) * (1 - share * (1 - k / n))
    assert tally(states.values()) == STATES, tally(states.values())
    assert states["T42"] == "UNPROVEN" and states["T48"] == "THIN"
    assert states["T25"] == states["T49"] == "NO DATA"
    assert tally(positions.values()) == POSITIONS
    assert (memories, locked, concentrate) == (MEMORIES, LOCKED, CONCENTRATE)
    assert broken == 94323
    assert abs(sum(weights.values()) - 100) < 1e-9
    assert {s: round(w, 1) for s, w in weights.items()} == STAGE_WEIGHTS
    assert {s: round(y, 3) for s, y in yields.items()} == STAGE_YIELDS
    assert round(index, 2) == -0.68 and round(ratio, 4) == 0.9931
    rows = {row[0]: row for row in FIGURES}
    core = [(rows[t][7], rows[t][8]) for t in CORE_OF_J2]
    made = math.prod(k / n for k, n in core)
    spread = Z * math.sqrt(sum((1 - p) / (n * p) for p, n in (((k + .5) / (n + 1), n) for k, n in core)))
    assert round(made, 4) == 0.3481 and round(made ** 0.2, 4) == 0.8097
    assert [round(made * math.exp(s * spread), 4) for s in (-1, 1)] == [0.3395, 0.3569]
    curve = [float(rows[t][15]) for t in "T35 T36 T37 T38 T39 T40 T43".split()]
    assert round((max(curve, key=abs) + curve[-1]) / 2, 2) == -0.15
    for before, row in zip([None] + ASSET, ASSET):
        assert row[5] == row[1] + row[2] + row[3] - row[4], row
        assert before is None or before[5] == row[1], row
    last = ASSET[-1]
    assert last[2] * last[6] + last[3] * last[7] - last[4] * last[8] == -2_813_000
    for row in ASSET[-2:]:
        assert sum(r[2] for r in LOSS_REASONS if r[0] == row[0]) == row[4]
    assert sum(r[2] * r[4] for r in LOSS_REASONS if r[0] == "2026-Q3") == last[4] * last[8]
    middle = {at: (sorted(v)[(len(v) - 1) // 2] + sorted(v)[len(v) // 2]) / 2 for at, v in GUESSES.items()}
    assert middle["leader", "2026-Q1"] == 80 and middle["leader", "2026-Q3"] == 70
    assert middle["front-line", "2026-Q3"] == 45 and 45 < middle["manager", "2026-Q3"] < 70
    ratios = {}
    for row in INITIATIVES:
        reach = .5 * row[9] + .3 * row[10] + .2 * row[11]
        ratios[row[0]] = round(reach / (.5 * row[12] + .3 * row[13] + .2 * row[14]), 3)
    assert (ratios["I01"], ratios["I04"], ratios["I05"]) == (1.706, 4.692, 0.815)
