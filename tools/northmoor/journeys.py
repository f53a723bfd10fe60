"""Journeys, stages, steps and the places where the touchpoints stand."""

LIFE = "life"

JOURNEYS = [  # key, level, title, parent journey, parent stage, goal
    (LIFE, 0, "Living with Northmoor", "", "", "A warm home and nothing to worry about"),
    ("J1", 1, "Get my heat pump in", LIFE, "S3", "A new heating that works and that I can work"),
    ("J2", 1, "Get my heating fixed", LIFE, "S6", "Warm again tonight, and sure that it lasts"),
    ("J3", 1, "Make sense of my bill", LIFE, "S5", "Know what I owe and why, without a fight"),
    ("J4", 1, "Move home with you", LIFE, "S7", "Out of the old home and warm in the new one"),
    ("J2.1", 2, "The engineer's visit", "J2", "J2-fixed", "One visit, one engineer, heat on"),
    ("J3.1", 2, "Question my bill", "J3", "J3-phone", "A straight answer from somebody who may change it"),
    ("J1.1", 2, "The handover lesson", "J1", "J1-lesson", "I can work it alone before the van leaves"),
]

# journey: [(stage key, name, inside name, goal, leader)]
STAGES = {
    LIFE: [
        ("S1", "I wonder if there is better", "Awareness", "See at a glance what I would gain", "Marketing director"),
        ("S2", "I choose and sign up", "Acquisition", "Signed up once, without help", "Sales director"),
        ("S3", "I get set up", "Onboarding and installation", "Everything in, working and understood",
         "Operations director"),
        ("S4", "I live warm", "Supply and service", "Warm without thinking about it", "Digital director"),
        ("S5", "I know what I owe", "Bill to cash", "No surprise, ever", "Finance director"),
        ("S6", "Something breaks", "Field repair", "Warm again tonight", "Field director"),
        ("S7", "My life changes", "Life events", "You change with me, I tell you once", ""),
        ("S8", "I stay, tell others or leave", "Retention and exit", "Wanted for longer than a contract",
         "Chief customer officer"),
    ],
    "J1": [
        ("J1-look", "Someone looks at my house", "Survey", "", "Operations director"),
        ("J1-price", "I get a price that stays", "Survey report", "", "Operations director"),
        ("J1-date", "I get a date", "Install booking", "", "Operations director"),
        ("J1-eve", "I know who is coming", "Day-before reminder", "", "Operations director"),
        ("J1-day", "They put it in", "Installation", "", "Operations director"),
        ("J1-lesson", "I learn to work it", "Handover", "", "Operations director"),
        ("J1-switch", "The supply moves over", "Switch", "", "Operations director"),
        ("J1-tidy", "I get my house back", "Tidy-up", "", "Operations director"),
        ("J1-after", "Someone asks how it goes", "Two-week check-in", "", "Operations director"),
    ],
    "J2": [
        ("J2-cold", "It is cold", "Fault detection", "Know whether it is me or the boiler", "Field director"),
        ("J2-through", "I get through", "Contact and triage", "A person who knows who lives here", "Field director"),
        ("J2-time", "I get a time", "Scheduling", "A time I can plan a day around", "Field director"),
        ("J2-comes", "Someone comes", "Dispatch and arrival", "The person you named, when you said", "Field director"),
        ("J2-fixed", "It is fixed", "Repair", "Warm before the door closes", "Field director"),
        ("J2-stays", "It stays fixed", "Aftercare", "Not cold again on Sunday", "Field director"),
    ],
    "J3": [
        ("J3-meter", "The meter is read", "Metering", "", "Finance director"),
        ("J3-bill", "The bill arrives", "Billing run", "", "Finance director"),
        ("J3-explain", "I try to understand it", "Bill explainer", "", "Finance director"),
        ("J3-debit", "You change what I pay", "Direct-debit review", "", "Finance director"),
        ("J3-paid", "I pay", "Collection", "", "Finance director"),
        ("J3-chat", "I ask in the chat", "Chat contact", "", "Finance director"),
        ("J3-phone", "I ask on the phone", "Phone contact", "", "Finance director"),
        ("J3-back", "I get my money back", "Credit refund", "", "Finance director"),
    ],
    "J4": [
        ("J4-tell", "I tell you I am moving", "Move-out and final bill", "", ""),
        ("J4-new", "I am warm on the first night", "Move-in supply start", "", ""),
        ("J4-names", "The names change", "Landlord or tenant change", "", ""),
        ("J4-look", "You look at the new house", "Survey in the new home", "", ""),
    ],
    "J2.1": [
        ("J2.1-text", "I see you coming", "Tracking text", "", "Field director"),
        ("J2.1-knock", "A knock and a badge", "Arrival", "", "Field director"),
        ("J2.1-tell", "Tell me", "Listening", "", "Field director"),
        ("J2.1-find", "You find it", "Diagnosis", "", "Field director"),
        ("J2.1-part", "The part is there, or not", "Part or no part", "", "Field director"),
        ("J2.1-heat", "Heat on, or a heater left", "Make warm", "", "Field director"),
        ("J2.1-sign", "I sign", "Sign-off", "", "Field director"),
    ],
    "J3.1": [
        ("J3.1-odd", "Something looks wrong", "Bill shock", "", "Finance director"),
        ("J3.1-ask", "I ask", "First contact", "", "Finance director"),
        ("J3.1-agree", "Someone agrees with me", "Resolution", "", "Finance director"),
        ("J3.1-right", "It is put right", "Correction and refund", "", "Finance director"),
    ],
    "J1.1": [
        ("J1.1-show", "You show me", "Demonstration", "", "Operations director"),
        ("J1.1-try", "I try it", "Practice", "", "Operations director"),
        ("J1.1-back", "I say it back", "Teach-back", "", "Operations director"),
        ("J1.1-week", "I ask what I forgot", "Follow-up", "", "Operations director"),
    ],
}

# journey: [(step key, stage, action, thought)]
STEPS = {
    "J1": [
        ("a1", "J1-look", "Shows the surveyor the loft and the cupboard", "Please say it fits."),
        ("a2", "J1-price", "Compares the report with the quote", "Is this the last number?"),
        ("a3", "J1-date", "Picks a day and asks for leave", "Will the old boiler last?"),
        ("a4", "J1-eve", "Reads the name out at dinner", "Marek. Ten to eight. Good."),
        ("a5", "J1-day", "Makes tea and stays out of the way", "It is five and they are still drilling."),
        ("a6", "J1-lesson", "Stands before the display and nods", "I should have written that down."),
        ("a7", "J1-switch", "Reads that the switch is done", "Did anything change?"),
        ("a8", "J1-tidy", "Walks through every room", "They hoovered."),
        ("a9", "J1-after", "Waits for a call that may come", "Is this number normal?"),
    ],
    "J2": [
        ("b1", "J2-cold", "Checks app or rings", "Is it me or the boiler?"),
        ("b2", "J2-through", "Explains, names illness", "I have told them this before."),
        ("b3", "J2-time", "Takes a day off work", "How many nights is that?"),
        ("b4", "J2-comes", "Waits, clears way", "Half past two. He said one to three."),
        ("b5", "J2-fixed", "Watches, decides on part", "Please let it be in the van."),
        ("b6", "J2-stays", "Tells neighbours", "Will it last until Sunday?"),
    ],
    "J3": [
        ("c1", "J3-meter", "Leaves the meter to do its work", "It says estimated again."),
        ("c2", "J3-bill", "Opens the bill after the night shift", "That cannot be right."),
        ("c3", "J3-explain", "Taps through the days one by one", "Ah, the cold weekend."),
        ("c4", "J3-debit", "Reads the letter twice", "From when? And why?"),
        ("c5", "J3-paid", "Pays and waits for the buzz", "Done for this month."),
        ("c6", "J3-chat", "Types the question for the third time", "Is anybody there?"),
        ("c7", "J3-phone", "Rings in the break", "Please be someone who can change it."),
        ("c8", "J3-back", "Looks at the account every morning", "It is my money."),
    ],
    "J4": [
        ("d1", "J4-tell", "Sends the last reading between two boxes", "One thing off the list."),
        ("d2", "J4-new", "Puts a hand on the radiator", "Warm. Thank goodness."),
        ("d3", "J4-names", "Fills in the form again", "Why do you need this twice?"),
        ("d4", "J4-look", "Asks whether the old boiler can stay", "Here we go again."),
    ],
    "J2.1": [
        ("v1", "J2.1-text", "Watches the dot on the map", "Two streets away."),
        ("v2", "J2.1-knock", "Looks at the badge, opens the door", "It is the man from the text."),
        ("v3", "J2.1-tell", "Tells what happened, from the start", "Let me finish."),
        ("v4", "J2.1-find", "Holds the torch", "He has seen this before."),
        ("v5", "J2.1-part", "Hears whether it is in the van", "Please."),
        ("v6", "J2.1-heat", "Feels the first pipe, or plugs the heater in", "We can sleep here tonight."),
        ("v7", "J2.1-sign", "Signs on the glass with a finger", "What did I just sign?"),
    ],
    "J3.1": [
        ("q1", "J3.1-odd", "Holds this bill against the last one", "Twice as much?"),
        ("q2", "J3.1-ask", "Asks in the app at midnight", "Just give me a person."),
        ("q3", "J3.1-agree", "Rings and reads the numbers aloud", "She sees it too."),
        ("q4", "J3.1-right", "Waits for the money", "Believe it when I see it."),
    ],
    "J1.1": [
        ("h1", "J1.1-show", "Listens to the whole talk", "That was quick."),
        ("h2", "J1.1-try", "Sets tomorrow's wake-up time alone", "Oh. It is only two buttons."),
        ("h3", "J1.1-back", "Explains it to her husband", "I can do this."),
        ("h4", "J1.1-week", "Asks about the night setting", "Glad you rang."),
    ],
}

# journey: [(stage, [touchpoints])]; the step is the stage's own.
PLACEMENTS = {
    "J1": list(zip([s[0] for s in STAGES["J1"]], [[f"T{i}"] for i in range(11, 20)])),
    "J2": [("J2-cold", ["T34"]), ("J2-through", ["T35", "T36"]), ("J2-time", ["T37"]),
           ("J2-comes", ["T38", "T39"]), ("J2-fixed", ["T40", "T41", "T42"]), ("J2-stays", ["T43", "T44"])],
    "J3": list(zip([s[0] for s in STAGES["J3"]], [[f"T{i}"] for i in range(26, 34)])),
    "J4": [("J4-tell", ["T45"]), ("J4-new", ["T46"]), ("J4-names", ["T49"]), ("J4-look", ["T11"])],
    "J2.1": [("J2.1-text", ["T38"]), ("J2.1-knock", ["T39"]), ("J2.1-find", ["T40"]),
             ("J2.1-part", ["T41"]), ("J2.1-heat", ["T42"])],
    "J3.1": [("J3.1-odd", ["T27", "T28"]), ("J3.1-ask", ["T31"]), ("J3.1-agree", ["T32"]),
             ("J3.1-right", ["T33"])],
    "J1.1": [("J1.1-try", ["T16"]), ("J1.1-week", ["T19"])],
}
CORE_OF_J2 = "T35 T36 T37 T39 T40".split()

# Blueprint of J2. step: [(lane, text, touchpoint, team, component, fail point, wait in minutes)]
BLUEPRINT = {
    "b1": [
        ("evidence", "Boiler code, app card", "", "", "", "no", ""),
        ("customer", "Checks app or rings", "", "", "", "no", ""),
        ("frontstage", "Self-check flow", "T34", "Digital", "", "no", ""),
        ("backstage", "Fault library upkeep", "", "Digital", "", "no", ""),
        ("support", "Device telemetry", "", "Digital", "telemetry", "no", ""),
        ("support", "Fault library, 14 months old", "", "Digital", "fault-library", "yes", ""),
    ],
    "b2": [
        ("evidence", "Queue message, name", "", "", "", "no", ""),
        ("customer", "Explains, names illness", "", "", "", "no", "4"),
        ("frontstage", "Adviser answers", "T35", "Contact centre", "", "no", "4"),
        ("frontstage", "Adviser does the triage", "T36", "Contact centre", "", "no", ""),
        ("backstage", "Priority look-up in a second system", "", "Contact centre", "", "yes", "3"),
        ("support", "CRM, not joined to the care register", "", "IT", "crm", "no", ""),
        ("support", "Care register, not joined to the CRM", "", "Care", "care-register", "no", ""),
    ],
    "b3": [
        ("evidence", "Text with window", "", "", "", "no", ""),
        ("customer", "Takes a day off work", "", "", "", "no", ""),
        ("frontstage", "Adviser offers a slot", "T37", "Field planning", "", "no", ""),
        ("backstage", "Planner fills routes", "", "Field planning", "", "no", ""),
        ("backstage", "Cut-off at 16:00", "", "Field planning", "", "yes", "960"),
        ("support", "Scheduler", "", "IT", "scheduler", "no", ""),
        ("support", "Hills crew, 6 of 11 posts filled", "", "Field service", "hills-crew", "no", ""),
    ],
    "b4": [
        ("evidence", "Live map, badge", "", "", "", "no", ""),
        ("customer", "Waits, clears way", "", "", "", "no", "120"),
        ("frontstage", "Tracking text goes out", "T38", "Field planning", "", "no", ""),
        ("frontstage", "Engineer arrives", "T39", "Field service", "", "no", ""),
        ("backstage", "Dispatcher re-routes", "", "Field planning", "", "no", "25"),
        ("support", "Traffic feed", "", "IT", "traffic-feed", "no", ""),
        ("policy", "No buffer after 14:00", "", "Field planning", "", "yes", ""),
    ],
    "b5": [
        ("evidence", "Heat, heater, job sheet", "", "", "", "no", ""),
        ("customer", "Watches, decides on part", "", "", "", "no", ""),
        ("frontstage", "Engineer repairs", "T40", "Field service", "", "no", ""),
        ("frontstage", "Heater is left", "T42", "Parts", "", "no", "240"),
        ("frontstage", "Second visit with the part", "T41", "Field service", "", "no", "2880"),
        ("backstage", "Parts request", "T41", "Parts", "", "no", ""),
        ("support", "Van stock list from two winters ago", "", "Parts", "van-stock-list", "yes", ""),
        ("support", "Supplier delivers in 72 hours", "", "Parts", "supplier", "no", "4320"),
    ],
    "b6": [
        ("evidence", "Call, bill line", "", "", "", "no", ""),
        ("customer", "Tells neighbours", "", "", "", "no", ""),
        ("frontstage", "After-repair call", "T43", "Care", "", "no", ""),
        ("frontstage", "Complaint is taken", "T44", "Customer office", "", "no", ""),
        ("backstage", "Care team list, built by hand", "", "Care", "", "yes", ""),
        ("policy", "Bonus pays jobs per day", "", "Field service", "", "yes", ""),
    ],
}
NODE_KEYS = {  # step: keys in the order of its rows
    "b1": "b1-evidence b1-customer self-check library-upkeep telemetry fault-library".split(),
    "b2": "b2-evidence b2-customer answer triage look-up crm care-register".split(),
    "b3": "b3-evidence b3-customer offer planner cut-off scheduler hills-crew".split(),
    "b4": "b4-evidence b4-customer tracking arrival dispatcher traffic-feed no-buffer".split(),
    "b5": "b5-evidence b5-customer repair heater second-visit parts-request van-stock supplier".split(),
    "b6": "b6-evidence b6-customer after-call complaint care-list bonus".split(),
}
LINKS = """
telemetry library-upkeep needs
fault-library library-upkeep fails-into
library-upkeep self-check needs
crm look-up needs
care-register look-up needs
look-up answer needs
look-up triage needs
look-up offer fails-into
answer triage triggers
scheduler planner needs
scheduler cut-off triggers
hills-crew planner needs
hills-crew offer fails-into
planner offer needs
cut-off offer fails-into
traffic-feed dispatcher needs
no-buffer dispatcher fails-into
dispatcher tracking triggers
dispatcher arrival triggers
van-stock parts-request fails-into
supplier parts-request needs
supplier second-visit waits
parts-request repair needs
parts-request heater triggers
parts-request second-visit triggers
bonus care-list fails-into
care-list after-call fails-into
care-list complaint needs
self-check b1-customer triggers
self-check b1-evidence triggers
triage b2-customer triggers
answer b2-evidence triggers
offer b3-customer triggers
offer b3-evidence triggers
tracking b4-evidence triggers
arrival b4-customer triggers
repair b5-customer triggers
repair b5-evidence triggers
second-visit b5-customer triggers
heater b5-evidence triggers
after-call b6-customer triggers
complaint b6-customer triggers
after-call b6-evidence triggers
"""
COMPONENTS = [
    ("telemetry", "Device telemetry", "system", "Digital"),
    ("fault-library", "Fault library", "tool", "Digital"),
    ("crm", "CRM", "system", "IT"),
    ("care-register", "Care register", "system", "Care"),
    ("scheduler", "Scheduler", "system", "IT"),
    ("hills-crew", "Hills crew", "people", "Field service"),
    ("traffic-feed", "Traffic feed", "system", "IT"),
    ("van-stock-list", "Van stock list", "tool", "Parts"),
    ("supplier", "Parts supplier", "process", "Parts"),
]
