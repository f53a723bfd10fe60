"""Monthly counts for 24 months (2024-10 to 2026-09) with one known pattern for each touchpoint.

The last three months add up exactly to the figures of 2026-Q3. Everything before is drawn with a
seeded generator until the control chart says what the pattern asks for, and nothing else.
"""

import math
import random

FIRST_YEAR, FIRST_MONTH, MONTHS = 2024, 10, 24
WINTER = {11, 12, 1, 2}
SEED = 20261001


def period(month):
    """Month 1 is 2024-10."""
    index = FIRST_YEAR * 12 + FIRST_MONTH - 1 + month - 1
    return f"{index // 12}-{index % 12 + 1:02d}"


def signals(rows, laney_from=1.3, far=3.0):
    """Rules hit per month, {month: {rules}}, for [(month, kept, due)] in order; gaps reset runs."""
    usable = [(m, (n - k) / n, n) for m, k, n in rows if n >= 10]
    base = usable[:12]
    if len(base) < 8:
        return {}
    centre = sum(p * n for _, p, n in base) / sum(n for _, _, n in base)
    if centre in (0, 1):
        return {}

    def z_of(p, n):
        return (p - centre) / math.sqrt(centre * (1 - centre) / n)

    moves = [abs(z_of(*b[1:]) - z_of(*a[1:])) for a, b in zip(base, base[1:]) if b[0] == a[0] + 1]
    sigma = sum(moves) / len(moves) / 1.128
    scale = sigma if sigma > laney_from else 1.0
    hits, run = {}, []
    for m, k, n in rows:
        if n < 10 or (run and m != run[-1][0] + 1):
            run = []
        if n < 10:
            continue
        p = (n - k) / n
        run.append((m, z_of(p, n) / scale, p))
        found = set()
        zs = [z for _, z, _ in run]
        ps = [x for _, _, x in run]
        if abs(zs[-1]) > far:
            found.add(1)
        if len(zs) >= 9 and (all(z > 0 for z in zs[-9:]) or all(z < 0 for z in zs[-9:])):
            found.add(2)
        if len(ps) >= 6:
            steps = [b - a for a, b in zip(ps[-6:], ps[-5:])]
            if all(s > 0 for s in steps) or all(s < 0 for s in steps):
                found.add(3)
        last = zs[-3:]
        if sum(z > 2 for z in last) >= 2 and zs[-1] > 2 or sum(z < -2 for z in last) >= 2 and zs[-1] < -2:
            found.add(5)
        if found:
            hits[m] = found
    return hits


def readings(rows):
    """The signals under every reasonable reading of the limits."""
    return [signals(rows, laney, far) for laney in (1.15, 1.3, 1.45) for far in (2.9, 3.1)]


def quiet(rows):
    return all(not found for found in readings(rows))


def months_of(rows):
    return [set(found) for found in readings(rows)]


def volumes(rng, due, winter):
    """Monthly due; the last three sum to the quarter."""
    base = due / 3
    # What every home gets hardly varies in number.
    vary = 0.012 if due > 250_000 else 0.05
    made = []
    for month in range(1, MONTHS - 2):
        season = 1.6 if winter and int(period(month)[5:]) in WINTER else 1.0
        made.append(max(1, round(base * season * (1 + rng.uniform(-vary, vary)))))
    a, b = (round(base * (1 + 0.6 * rng.uniform(-vary, vary))) for _ in range(2))
    return made + [a, b, due - a - b]


def draw(rng, level, kept, due, winter):
    """One candidate: level(month) gives the true share, None where the last quarter's holds."""
    final = kept / due
    ns = volumes(rng, due, winter)
    wanted = rng.uniform(0.004, 0.008)
    noise = rng.gauss
    rows = []

    def wobble(p, n):
        # Shares close to 1 have no room for 0.4 points; a quarter of the distance is enough.
        spread = min(wanted, 0.25 * (1 - p))
        return noise(0, math.sqrt(spread * spread + p * (1 - p) / n))

    for month in range(1, MONTHS - 2):
        n = ns[month - 1]
        p = level(month) if level(month) is not None else final
        rows.append((month, min(n, max(0, round(n * (p + wobble(p, n))))), n))
    last = ns[-3:]
    moves = [wobble(final, n) for n in last]
    shift = sum(m * n for m, n in zip(moves, last)) / due
    k1, k2 = (round(n * (final + m - shift)) for n, m in zip(last[:2], moves[:2]))
    quarter = [k1, k2, kept - k1 - k2]
    if any(k < 0 or k > n for k, n in zip(quarter, last)):
        return None
    return rows + [(22 + i, quarter[i], last[i]) for i in range(3)]


def search(key, kept, due, winter, level, fits):
    rng = random.Random(f"{SEED}-{key}")
    for _ in range(20000):
        rows = draw(rng, level, kept, due, winter)
        if rows and fits(rows):
            return rows
    raise SystemExit(f"{key}: no series found")


def flat(month):
    return None


def step(before, first, at_first=None):
    """before until first - 1, at_first in that month, then the last quarter's share."""
    return lambda month: before if month < first else at_first if month == first else None


def stepped_at(first):
    def fits(rows):
        return all(found and min(found) == first and 1 in found[first]
                   and all(1 in found.get(m, ()) for m in range(first, MONTHS + 1)) for found in readings(rows))
    return fits


def crew_gap(rows):
    share = {m: (n - k) / n for m, k, n in rows}
    before = [share[m] for m in range(1, 13)]
    # Month 16 on the good side: no run of nine has formed by the last month.
    return share[16] < sum(before) / 12 - 0.001 and stepped_at(17)(rows)


def one_bad_month(rows):
    return all(found.keys() == {13} and found[13] == {1} for found in readings(rows))


def overdispersed(rows):
    plain = signals(rows, laney_from=math.inf)
    return quiet(rows) and len([m for m in plain if 1 in plain[m]]) >= 6


def falling(rng_key, kept, due):
    """Six falls in a row from month 19, never far enough for another rule."""
    ladder = {18: 0.6770, 19: 0.6715, 20: 0.6660, 21: 0.6610}
    rng = random.Random(f"{SEED}-{rng_key}-end")
    for _ in range(20000):
        start = search(f"{rng_key}-{rng.random()}", kept, due, False,
                       lambda m: 0.667, lambda rows: quiet(rows[:17]))[:17]
        ns = [3050 + rng.randint(-70, 70) for _ in range(4)]
        last = [3050 + rng.randint(-40, 40), 3050 + rng.randint(-40, 40)]
        last.append(due - sum(last))
        rows = start + [(m, round(n * ladder[m]), n) for m, n in zip(range(18, 22), ns)]
        k1, k2 = round(last[0] * 0.6575), round(last[1] * 0.6535)
        rows += [(22, k1, last[0]), (23, k2, last[1]), (24, kept - k1 - k2, last[2])]
        found = readings(rows)
        if all(set(hit) == {23, 24} and hit[23] == hit[24] == {3} for hit in found):
            return rows
    raise SystemExit("T31: no series found")


def series(key, kept, due, winter):
    if key == "T49":
        return [(m, 0, 0) for m in range(1, MONTHS + 1)]
    if key == "T48":
        rng = random.Random(f"{SEED}-{key}")
        rows = []
        for m in range(1, 22):
            n = rng.choice((6, 7, 8, 8, 9, 9, 10))
            rows.append((m, min(n, max(n - 3, sum(rng.random() < 0.8 for _ in range(n)))), n))
        return rows + [(22, 6, 7), (23, 7, 9), (24, 6, 8)]
    if key == "T25":
        return search(key, 273000, 282900, winter, flat, lambda rows: quiet(rows))[:19]
    if key == "T31":
        return falling(key, kept, due)
    if key == "T37":
        return search(key, kept, due, winter, step(0.84, 17), crew_gap)
    if key == "T20":
        return search(key, kept, due, winter, step(0.960, 15), stepped_at(15))
    if key == "T47":
        return search(key, kept, due, winter, step(0.80, 15, 0.875), stepped_at(15))
    if key == "T27":
        def bad(rows):
            n = rows[12][2]
            rows[12] = (13, round(0.912 * n), n)
            return one_bad_month(rows)
        return search(key, kept, due, winter, flat, bad)
    if key == "T26":
        return search(key, kept, due, winter, flat, overdispersed)
    return search(key, kept, due, winter, flat, quiet)


def follow(totals, months, share, kept, due, rng):
    """Rows of one group among the totals: its distance to the totals is steady, the last quarter exact."""
    by_month = {m: (k, n) for m, k, n in totals}
    quarter = [by_month[m] for m in (22, 23, 24)]
    distance = kept / due - sum(k for k, _ in quarter) / sum(n for _, n in quarter)
    made = []
    for m in months:
        if m >= 22:
            continue
        k, n = by_month[m]
        mine = round(n * share * (1 + rng.uniform(-0.04, 0.04)))
        hit = round(mine * min(1, k / n + distance + rng.gauss(0, 0.006)))
        # A group cannot break more promises than everybody together.
        made.append((m, min(max(hit, mine - (n - k)), mine, k), mine))
    whole = sum(n for _, n in quarter)
    ns = [round(due * n / whole) for _, n in quarter[:2]]
    ns.append(due - sum(ns))
    ks = [round(n * (k / t + distance)) for n, (k, t) in zip(ns[:2], quarter[:2])]
    ks.append(kept - sum(ks))
    made += [(22 + i, ks[i], ns[i]) for i in range(3)]
    for m, k, n in made:
        assert 0 <= k <= n and k <= by_month[m][0] and n - k <= by_month[m][1] - by_month[m][0], (m, k, n)
    return made


def rest(totals, *groups):
    """What is left of the totals in the months of the groups."""
    by_month = {m: (k, n) for m, k, n in totals}
    made = []
    for parts in zip(*groups):
        m = parts[0][0]
        k, n = (whole - sum(part[i] for part in parts) for i, whole in enumerate(by_month[m], 1))
        assert 0 <= k <= n, (m, k, n)
        made.append((m, k, n))
    return made
