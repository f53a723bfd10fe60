"""The five tours, stop by stop. Figures in the texts are those of 2026-Q3."""

from programme import GUESS_QUESTION


def guess(question, **where):
    return {"kind": "guess", "question": question, "unit": "of 100", **where}


def stop(view, overlay, minutes, title, say, what, so_what, now_what, persona=None, backstage=False, ask=None):
    made = {"view": view, "overlay": overlay}
    if persona:
        made["persona"] = persona
    made.update({"backstage": backstage, "minutes": minutes, "title": title, "say": say, "what": what,
                 "so_what": so_what, "now_what": now_what})
    if ask:
        made["ask"] = ask
    return made


COLD_NIGHT = {
    "key": "cold-night", "title": "The Larkins' cold night", "kind": "walk", "persona": "larkins", "stops": [
        stop("journey:J2", "none", 4, "It is cold",
             "It is ten to four on a Monday in February. Minus four. Tom is 71, Edith's lungs do not take the cold. "
             "The boiler has just gone quiet. Nobody defends anything for the next twenty minutes, we only walk.",
             "Six steps from a cold room to a house that stays warm, and eleven promises on the way.",
             "For the Larkins this is not a fault ticket. It is a question of how Edith breathes tonight.",
             "One at a time, in private: how many of 100 homes get every promise kept?",
             "larkins", False, guess(GUESS_QUESTION, journey="J2")),
        stop("touchpoint:T35", "reliability", 4, "I get through",
             "I need a volunteer and a clock. Ring the fault line on the speaker, as Tom, and book a visit. "
             "Everybody else: listen, and count how often he has to say that Edith is ill.",
             "Homes like theirs: 1,060 of 1,310 calls answered in 2 minutes. All homes: 6,190 of 7,640.",
             "Tom waits with the phone in one hand and a blanket in the other. Triage then asks what we already know.",
             "Who here has waited in our own queue this month? Put the date on the wall.",
             "larkins"),
        stop("touchpoint:T37", "reliability", 4, "I get a time",
             "Tom gets through at ten past four. The adviser would like to say today. She cannot: the list closed at "
             "four. Read the card aloud, then look at the line of the last two years.",
             "Homes like theirs: 716 of 1,270 got the promised day. All homes: 5,530 of 7,440, down since February.",
             "This is no bad week. Since five Hills posts stand empty, 84 of 100 became 74, and for homes like "
             "the Larkins' 56. 1,910 homes in one quarter.",
             "Name the person who can keep ten same-day slots open after four. Agree a date to try it in the Hills.",
             "larkins"),
        stop("touchpoint:T40", "reliability", 4, "Someone comes",
             "The engineer is kind and quick and knows the boiler. The part is not in the van. Look at the three "
             "regions and tell me which house you would like to live in.",
             "Fixed on the first visit: 79 of 100 in Coast, 78 in City, 49 in Hills.",
             "The average of 71 hides it. In the Hills the first visit is a coin toss, and the second takes days.",
             "Say what the engineer would have needed in the van on that Monday.",
             "larkins"),
        stop("journey:J2", "reliability", 3, "Under the floor",
             "Now open the back stage. Do not look for people, look for the marks. Follow each one forward with a "
             "finger until it reaches Tom.",
             "Seven fail points. A stock list from two winters ago, a cut-off at 16:00, a register that no adviser sees.",
             "None of it is Tom's to know, and every bit of it was in his kitchen that night.",
             "Choose one chain. Write down who can cut it and what it takes.",
             "larkins", True),
        stop("touchpoint:T43", "differentiation", 3, "It stays fixed",
             "The last thing that happened was good. Somebody rang: is it still warm? Listen to the voice, then look "
             "at how often we do it.",
             "The best after-repair call in the market. It reaches 42 of 100 homes like theirs, 41 of all.",
             "A star behind a lock. It is ours whenever we do it, and three homes in five never see it.",
             "Now look back at your guess. It was 35 of 100, and 17 for homes like the Larkins'. "
             "What will you do by Friday, in a sentence with I?",
             "larkins"),
    ]}

SURPRISE_BILL = {
    "key": "surprise-bill", "title": "Amara's bill", "kind": "walk", "persona": "amara", "stops": [
        stop("stage:S5", "emotion", 3, "Four in the morning",
             "Amara comes off a night shift. The children sleep. She opens the app on the bus because that is the only "
             "quiet quarter of an hour she has. Follow the curve with her.",
             "Eight contacts around one bill. The curve is below the line for most of the way.",
             "She does not want to talk about energy. She wants to know whether there is money for shoes.",
             "Before we go on: how many of 100 bill chats are settled the first time?",
             "amara", False, guess("Of 100 bill questions in the chat, how many are sorted in the first contact?",
                                   touchpoint="T31")),
        stop("touchpoint:T26", "reliability", 3, "Somebody guessed",
             "This is where the bill begins, and nobody outside this building knows it exists. "
             "Look at the line: it jumps about, and there is still nothing special in it.",
             "39,300 readings in the quarter were estimated. Nine in ten are real; we promised 95.",
             "One estimate is nothing. Three in a row are a catch-up bill that Amara cannot pay.",
             "Ask the metering lead which homes have had three in a row. Ask for the list, not the share.",
             "amara"),
        stop("touchpoint:T27", "reliability", 4, "The number",
             "Read her words aloud, slowly. Then find the one month that sticks out and ask what happened there.",
             "13,200 wrong bills in the quarter. The month that sticks out is October 2025, when the tariffs moved.",
             "October was repaired and the line came back. What came back is 97 of 100, and the promise is 99.",
             "Stop explaining October. Decide who owns the ordinary month.",
             "amara"),
        stop("touchpoint:T29", "reliability", 4, "The letter",
             "Here is the letter. Take a minute to read it as if the money were yours. Then look at two years of it.",
             "Two years without a signal: the same 89 of 100, month after month, against 98.",
             "No pep talk will move this line, because nothing is out of order. It was built like this.",
             "The plain letter already works in the Hills. Say what stops it elsewhere.",
             "amara"),
        stop("touchpoint:T31", "reliability", 4, "Is anybody there?",
             "Let a volunteer ask the chat why the bill went up. Clock running. "
             "The rest of us watch the last six months.",
             "Falling month after month since the robot came in spring. 65 of 100, promised 75.",
             "Amara has no lunch break to ring in. If the chat fails her, she has nobody.",
             "Decide this week: a way to a person within two steps, at night too. Who builds it?",
             "amara"),
        stop("touchpoint:T28", "differentiation", 3, "What we are good at",
             "End on something that works. Open the explainer on your own phone, on your own home.",
             "Opens on your own numbers 97 times in 100, and stands well above the best rival.",
             "It answers the question that 7,400 customers left over, and the bill does not mention it.",
             "One sentence on page one of the bill. Who can put it there this month?",
             "amara"),
    ]}

INSTALL_AND_FORGET = {
    "key": "install-and-forget", "title": "Install and forget", "kind": "attract", "stops": [
        stop("stage:S3", "none", 1, "A new heating",
             "They choose us for the biggest thing they will buy this year. Touch the wall to walk it.",
             "Nine promises between the first measuring tape and the first warm fortnight.",
             "Everybody remembers the day the old boiler went out of the door.",
             "Touch any promise to see how often it is kept."),
        stop("touchpoint:T12", "reliability", 1, "The price that moved",
             "A quote, four weeks of silence, another price.",
             "In time and within 5%: 861 of 1,105. 244 families heard something else.",
             "You cannot plan a kitchen around a number that walks.",
             "Touch the card for what customers said."),
        stop("touchpoint:T15", "reliability", 1, "One day",
             "At eight the old boiler is still there. At five the house is warm. Mostly.",
             "Finished in one day, right first time: 79 of 100. The promise is 88.",
             "The others spend a night in a house with a hole in the wall.",
             "Touch the line to see two years of it."),
        stop("touchpoint:T16", "emotion", 1, "I nodded",
             "He explains it while he packs. She nods. He drives off.",
             "Shown, tried and understood: 548 of 871.",
             "A machine that nobody can work is a machine that costs money.",
             "Touch the lesson below to see what a good one has in it."),
        stop("touchpoint:T19", "differentiation", 1, "The call that nobody expects",
             "Two weeks later somebody rings: are you warm? Nobody else in the market comes close.",
             "The best of its kind, and it reaches 41 of 100 homes.",
             "A star behind a lock. The key is 553 calls.",
             "Touch the star."),
    ]}

LEADERS_QUARTER = {
    "key": "leaders-quarter", "title": "Leaders' quarter", "kind": "review", "stops": [
        stop("stage:S1", "reliability", 3, "I wonder if there is better",
             "The accountable leader stands, not the department. What did you promise last quarter, what came of it?",
             "Four promises. The advice call keeps 84 of 100 and sits on the line. The referral code is a memory.",
             "24,500 customers came. 32,000 left. The front door is not where we lose.",
             "Say what you would stop doing here to free people for stages 5 and 6."),
        stop("stage:S2", "reliability", 3, "I choose and sign up",
             "Two minutes where promises hold. Use the rest on the health-and-needs question.",
             "44 homes told us about their health and were not entered properly: 402 of 446, promised 99.",
             "A small number that turns into the Larkins' night three winters later.",
             "Agree who joins the two registers, and by when."),
        stop("stage:S3", "reliability", 4, "I get set up",
             "Nine promises, one afternoon in somebody's house. Where would you not send your own mother?",
             "Of 100 customers who meet this stage, 58 have every promise kept.",
             "2,600 left last quarter because an installation was never finished.",
             "Choose between the price, the date and the lesson. One only."),
        stop("stage:S4", "differentiation", 2, "I live warm",
             "This stage is quiet, which is its job. Ask for one thing it could teach the others.",
             "The app and the frost warning are memories. The season report has sent no data since May.",
             "Silence from a feed is not a kept promise. Nobody knows.",
             "Repair the feed or take the promise down. Decide which."),
        stop("stage:S5", "reliability", 5, "I know what I owe",
             "Here the customers leave. Start with the whole numbers, then the curve, then the chart.",
             "7,400 left over a bill they did not understand. 13,200 wrong bills, 39,300 estimated readings.",
             "The bill is the only thing every home gets from us every month. The rest of the stage hangs on it.",
             "Accept or refuse October as a special case, then decide on the ordinary month."),
        stop("stage:S6", "reliability", 7, "Something breaks",
             "Guess first, in private. Then step through the promises while the houses go dark.",
             "35 of 100 homes get every promise of the core path. Leaders guessed 70, the front line 45.",
             "The people closest to the door were closest to the truth. 6,900 customers left cold.",
             "Hear the field director: what happened, what I did, what I need. Then Hills: depot, or another promise?",
             ask=guess(GUESS_QUESTION, journey="J2")),
        stop("stage:S7", "reliability", 3, "My life changes",
             "The chair is empty. Leave it empty for a moment, and look at who would sit there.",
             "Nobody answers for this stage. The hard-to-pay talk went from 80 to 92 of 100 after one good pilot.",
             "4,300 left because they moved. The landlord form has no figure because nobody counts it.",
             "Name a leader before the break. Not a working group."),
        stop("stage:S8", "reliability", 3, "I stay, tell others or leave",
             "Read the last leaving call aloud, and the reason that was typed.",
             "32,000 lost, 3,200 of them for a reason we do not know. The five-year thank-you beats every rival.",
             "Customers net of losses: minus 6,000. In yearly value: minus 2.8 million euros.",
             "Each leader, one promise for the next quarter. First person, a date, and the figure that will show it."),
    ]}

NEW_STARTER = {
    "key": "new-starter", "title": "New starter", "kind": "onboarding", "stops": [
        stop("home", "none", 3, "Eight stages of a life",
             "Welcome. This is not our organisation, it is a customer's life with us. "
             "Read the eight names from left to right.",
             "Eight stages, in the words that customers use.",
             "You will hear inside words for all of these. Here we use theirs.",
             "Find the stage that you have lived through yourself, with us or with somebody else."),
        stop("journey:J2", "none", 4, "A night without heat",
             "Be Edith for four minutes. It is cold, you are not well, you do not like to make a fuss.",
             "Six steps. At each of them somebody has promised you something.",
             "A promise is only a word until somebody behind the wall keeps it.",
             "Say what you would want to hear first."),
        stop("journey:J2", "none", 4, "Where am I?",
             "Look at the lower half: what you do not see as a customer. Find the line that is closest to your new job.",
             "Advisers, planners, dispatchers, parts, lists and systems, each with a line that ends at a customer.",
             "Follow yours upward. At the end of it stands a person.",
             "Say the name of the promise that you will hold up.", backstage=True),
        stop("touchpoint:T40", "reliability", 4, "Guess, then look",
             "No cleverness needed. Just guess before you look.",
             "5,150 of 7,220 repairs were done on the first visit. 2,070 homes waited for another.",
             "Last time the leaders guessed higher than the people at the door. Guessing wrong is why we look.",
             "Look at the three regions and say what the average hid.",
             ask=guess("Of 100 repairs, how many are done on the first visit?", touchpoint="T40")),
        stop("touchpoint:T25", "reliability", 3, "An empty ring",
             "What does this mark tell you? Take your time, most of us got it wrong.",
             "No data since May 2026. It is not good and it is not bad.",
             "No data is not fine. Somebody still opens the post and finds no report.",
             "If you ever see one of these on your own step, say so the same day."),
        stop("touchpoint:T22", "differentiation", 3, "Why people stay",
             "Now something to be proud of. A frost warning, a day ahead, with one thing to do.",
             "Kept 97 times in 100, and nobody in the market comes near it.",
             "It is small, it costs little, and people tell their neighbours about it.",
             "Think of one thing in your last job that customers told others about."),
        stop("home", "importance", 4, "Your first promise",
             "Last stop. The larger the mark, the more it decides whether people are content with us.",
             "The repair and the bill weigh most.",
             "You do not have to work there to matter there: look at how many lines lead in.",
             "One sentence that begins with I. Write it on the card and take it with you."),
    ]}

TOURS = [COLD_NIGHT, SURPRISE_BILL, INSTALL_AND_FORGET, LEADERS_QUARTER, NEW_STARTER]
