"""The room itself, its people, the customer asset, the guesses and the initiatives."""

ROOM = {
    "format": 1,
    "key": "northmoor",
    "title": "Living with Northmoor",
    "company": "Northmoor Home Energy (fictional)",
    "language": "en",
    "currency": "EUR",
    "default_period": "2026-Q3",
    "north_star": {
        "statement": "Every home warm, every promise kept, every question answered by someone who can act.",
        "rational": ["warm tonight", "a promise I can plan around", "an answer from someone who can act",
                     "a bill I understand"],
        "emotional": ["safe", "sure", "unhurried", "respected", "in control", "looked after"],
    },
    "adjectives": ["safe", "sure", "unhurried", "respected", "in control", "looked after",
                   "cold", "anxious", "ignored", "rushed", "confused", "let down"],
    "principles": ["Tell once", "Warm before paperwork", "Plain words", "A human within two steps",
                   "Never promise what planning has not agreed"],
    "commitments": ["I own it until it is warm", "I say only what I can keep", "I make it plain",
                    "I notice who needs more"],
    "theme": {"customers": "homes"},
}

PERSONAS = [  # key, name, age, summary, rational needs, emotional needs, share
    ("amara", "Amara Voss", "34",
     "Night-shift nurse in a City flat with two children. App and chat only, at hours when nobody answers a phone. "
     "Money is tight and a surprise bill can undo a month.",
     "no surprise bills|answers at night|a visit that fits a shift|one app for everything",
     "in control|respected|sure", "0.61"),
    ("larkins", "Tom and Edith Larkin", "71",
     "71 and 69, in an old house in the Hills. Phone and paper. Edith's lungs make the cold dangerous, "
     "so they are on the priority register.",
     "warm the same day|tell it once|a person on the phone|letters in plain words",
     "safe|unhurried|looked after", "0.17"),
]

EXPOSURES = [  # touchpoint, share, persona, journey (beside the share of all customers)
    ("T35", "1", "", "J2"),
    ("T09", "1", "larkins", ""), ("T34", "0.05", "larkins", ""), ("T35", "1", "larkins", ""),
    ("T42", "0.6", "larkins", ""),
    ("T34", "0.8", "amara", ""), ("T35", "0.3", "amara", ""), ("T31", "0.5", "amara", ""),
]

SOURCES = [  # key, name, owner, method, cadence in days, last loaded
    ("job-system", "Job system", "Field service", "Every job with its promised and real times", "1", "2026-10-01"),
    ("billing", "Billing", "Finance", "Monthly billing run, corrections traced back to the bill", "30", "2026-09-30"),
    ("contact-centre", "Contact centre", "Contact centre", "Call and chat records, repeats matched within 7 days",
     "7", "2026-09-28"),
    ("app-telemetry", "App telemetry", "Digital", "Every request of the app and every device answer", "1",
     "2026-10-01"),
    ("survey", "Survey", "Customer office", "Blind market survey and a card after each contact", "90", "2026-09-25"),
    ("season-report", "Season report feed", "Digital", "Nightly file of the report service, silent since May 2026",
     "30", "2026-05-02"),
]

ASSET = [  # period, opening, gained, won back, lost, closing, values (gained, won back, lost), recommended, up, down
    ("2024-Q4", 424000, 27500, 1000, 24000, 428500, "", "", "", 4400, 20900, 17200),
    ("2025-Q1", 428500, 26000, 1000, 25500, 430000, "", "", "", 4300, 20100, 17900),
    ("2025-Q2", 430000, 24500, 1500, 27000, 429000, 221, 244, 254, 4300, 19800, 18800),
    ("2025-Q3", 429000, 28000, 1000, 29500, 428500, 219, 243, 256, 4200, 19600, 19300),
    ("2025-Q4", 428500, 26500, 1500, 30000, 426500, 218, 243, 258, 4100, 19100, 20200),
    ("2026-Q1", 426500, 25000, 1500, 30500, 422500, 217, 242, 260, 4000, 18800, 20900),
    ("2026-Q2", 422500, 25000, 1000, 30300, 418200, 215, 241, 261, 4000, 18500, 21400),
    ("2026-Q3", 418200, 24500, 1500, 32000, 412200, 214, 240, 263, 3900, 18300, 21900),
]

LOSS_REASONS = [  # period, reason, count, stage, yearly value of each
    ("2026-Q2", "Bill not understood", 6600, "S5", ""),
    ("2026-Q2", "No heat for too long", 5900, "S6", ""),
    ("2026-Q2", "Cheaper elsewhere", 6300, "S8", ""),
    ("2026-Q2", "Moving", 4400, "S7", ""),
    ("2026-Q2", "Installation never finished", 2300, "S3", ""),
    ("2026-Q2", "Other", 1500, "", ""),
    ("2026-Q2", "Unknown", 3300, "", ""),
    ("2026-Q3", "Bill not understood", 7400, "S5", 271),
    ("2026-Q3", "No heat for too long", 6900, "S6", 284),
    ("2026-Q3", "Cheaper elsewhere", 6100, "S8", 231),
    ("2026-Q3", "Moving", 4300, "S7", 248),
    ("2026-Q3", "Installation never finished", 2600, "S3", 342),
    ("2026-Q3", "Other", 1500, "", 225),
    ("2026-Q3", "Unknown", 3200, "", 234),
]

GUESS_QUESTION = "Of 100 homes without heat, how many get every promise kept?"
GUESSES = {  # (level, period): values, in the order in which people stepped up
    ("leader", "2026-Q1"): [85, 80, 90, 75, 80, 92, 70, 80, 85, 78, 88, 65],
    ("leader", "2026-Q3"): [70, 75, 60, 80, 70, 55, 85, 70, 65, 72, 68, 78],
    ("manager", "2026-Q1"): [60, 70, 55, 65, 50, 75, 60, 62, 58, 80, 45, 60, 68, 52, 60, 72, 48, 64, 55, 66],
    ("manager", "2026-Q3"): [55, 60, 50, 65, 45, 55, 70, 58, 52, 40, 62, 55, 48, 66, 55, 50, 60, 54, 42, 68],
    ("front-line", "2026-Q1"): [45, 40, 50, 35, 45, 60, 30, 45, 48, 42, 55, 38, 45, 50, 25, 47, 40, 52, 44, 46],
    ("front-line", "2026-Q3"): [45, 35, 50, 40, 45, 30, 55, 45, 38, 60, 45, 42, 48, 33, 50, 46, 41, 47, 36, 52],
}

INITIATIVES = [  # code, name, horizon, domain, state, priority, needs, touchpoints, owner, scores (6), class
    ("I01", "Repair promise desk", "short", "Field", "piloting in Coast", "P1", "I07", "T35|T36|T37|T38|T39",
     "Field director", 9, 8, 9, 5, 6, 4, "tactical"),
    ("I02", "Parts on the van, top 40", "mid", "Parts", "approved", "P1", "", "T40|T41",
     "Head of parts", 8, 6, 7, 6, 5, 3, "tactical"),
    ("I03", "Bill right first time", "long", "Billing", "approved", "P1", "I08", "T27|T33|T45",
     "Finance director", 9, 10, 8, 8, 8, 6, "strategic"),
    ("I04", "Plain direct-debit letter", "short", "Billing", "done in Hills", "P2", "", "T29",
     "Head of billing", 6, 5, 8, 1, 2, 1, "quick-win"),
    ("I05", "Hills depot and crew", "long", "Field", "at board", "P2", "", "T37|T39|T40",
     "Field director", 8, 4, 7, 9, 8, 6, "strategic"),
    ("I06", "After-repair and two-week calls kept", "short", "Care", "approved", "P1", "", "T19|T43",
     "Head of care", 6, 6, 9, 3, 3, 2, "quick-win"),
    ("I07", "Priority flag everywhere", "short", "IT", "in test", "P1", "", "T09|T36|T42",
     "Chief information officer", 8, 3, 10, 4, 5, 3, "tactical"),
    ("I08", "Smart-meter fix squad", "mid", "Metering", "approved", "P3", "", "T26",
     "Head of metering", 5, 10, 5, 7, 6, 5, "tactical"),
    ("I09", "Moving home in one form", "mid", "Digital", "idea", "P3", "", "T45|T46|T49",
     "Digital director", 7, 3, 7, 4, 5, 3, "tactical"),
    ("I10", "Chat that can decide", "mid", "Digital", "at board", "P3", "", "T31",
     "Digital director", 5, 6, 5, 6, 6, 5, "strategic"),
    ("I11", "Leaving-call listening", "short", "Customer office", "started", "P2", "", "T52",
     "Chief customer officer", 3, 4, 6, 2, 2, 1, "quick-win"),
    ("I12", "Installer handover lesson", "short", "Field", "idea", "P3", "", "T16",
     "Field director", 6, 2, 7, 2, 3, 2, "quick-win"),
]
