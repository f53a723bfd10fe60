#include "exchange/matrix_words.hpp"

#include <doctest/doctest.h>
#include <map>
#include <sstream>

#include "exchange/matrix_text.hpp"
#include "support/scratch.hpp"

using exchange::lane_role;
using exchange::LaneRole;

namespace {

std::vector<std::string> parted(std::string_view words) {
    std::vector<std::string> list;
    while (!words.empty()) {
        std::size_t const bar = std::min(words.find('|'), words.size());
        list.emplace_back(words.substr(0, bar));
        words.remove_prefix(std::min(bar + 1, words.size()));
    }
    return list;
}

std::string upper(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return text;
}

}  // namespace

TEST_CASE("every synonym of a lane is known, in any case and with any numbering") {
    std::size_t words = 0;
    for (exchange::LaneWords const& row : exchange::all_lane_words()) {
        for (std::string const& word : parted(row.words)) {
            CAPTURE(word);
            CHECK(lane_role(word) == row.role);
            CHECK(lane_role(upper(word)) == row.role);
            CHECK(lane_role("3. " + word + ":") == row.role);
            CHECK(lane_role("  *" + word + "*  ") == row.role);
            CHECK(lane_role(exchange::ascii_folded(word)) == row.role);
            ++words;
        }
    }
    CHECK(words > 500);
}

TEST_CASE("each lane has words in English, French and German") {
    for (LaneRole role : {LaneRole::Evidence, LaneRole::Customer, LaneRole::Frontstage,
                          LaneRole::Technology, LaneRole::Backstage, LaneRole::Support,
                          LaneRole::Policy, LaneRole::Employee, LaneRole::Thought, LaneRole::Phase,
                          LaneRole::Step, LaneRole::Line, LaneRole::Touchpoint}) {
        std::string languages;
        for (exchange::LaneWords const& row : exchange::all_lane_words()) {
            if (row.role == role) languages += std::string(row.language) + " ";
        }
        CAPTURE(static_cast<int>(role));
        CHECK(languages.starts_with("en fr de "));
    }
}

TEST_CASE("names of lanes as templates and teams write them have the role that they mean") {
    std::map<std::string, std::optional<LaneRole>> const roles = {
        {"evidence", LaneRole::Evidence},
        {"customer", LaneRole::Customer},
        {"frontstage", LaneRole::Frontstage},
        {"technology", LaneRole::Technology},
        {"backstage", LaneRole::Backstage},
        {"support", LaneRole::Support},
        {"policy", LaneRole::Policy},
        {"employee", LaneRole::Employee},
        {"thought", LaneRole::Thought},
        {"feeling", LaneRole::Feeling},
        {"pain", LaneRole::Pain},
        {"opportunity", LaneRole::Opportunity},
        {"quote", LaneRole::Quote},
        {"touchpoint", LaneRole::Touchpoint},
        {"phase", LaneRole::Phase},
        {"step", LaneRole::Step},
        {"line", LaneRole::Line},
        {"measure", LaneRole::Measure},
        {"stranger", std::nullopt}};
    auto const bytes = test::bytes_of(SOURCE_ROOT "/tests/exchange/lane_labels.txt");
    std::istringstream lines(std::string(bytes.begin(), bytes.end()));
    std::optional<LaneRole> role;
    std::size_t labels = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with("# ")) continue;
        auto const heading = roles.find(line);
        if (heading != roles.end()) {
            role = heading->second;
            continue;
        }
        CAPTURE(line);
        CHECK(lane_role(line) == role);
        ++labels;
    }
    CHECK(labels > 700);
}

TEST_CASE("labels are known behind numbering, brackets, umlauts in two letters and small words") {
    CHECK(lane_role("Lane 3: Backstage") == LaneRole::Backstage);
    CHECK(lane_role("B) Backstage actions (call centre)") == LaneRole::Backstage);
    CHECK(lane_role("Frontstage - Adviser") == LaneRole::Frontstage);
    CHECK(lane_role("Hinter der Buehne") == LaneRole::Backstage);
    CHECK(lane_role("UNTERSTUETZUNGSPROZESSE") == LaneRole::Support);
    CHECK(lane_role("actions des clients") == LaneRole::Customer);
    CHECK(lane_role("Ligne d’interaction") == LaneRole::Line);
    CHECK(lane_role("------ Line of Visibility ------") == LaneRole::Line);
    CHECK(lane_role("Doing / Actions") == LaneRole::Customer);
    CHECK(lane_role("Onstage Contact Employee") == LaneRole::Frontstage);
    CHECK(lane_role("Backstage team 2") == LaneRole::Backstage);
    CHECK(lane_role("Actions des employés hors contact") == LaneRole::Backstage);
    CHECK(lane_role("Actions des employés en contact") == LaneRole::Frontstage);
    CHECK_FALSE(lane_role("Customer satisfaction drops"));
    CHECK_FALSE(lane_role("Gremlins"));
    CHECK_FALSE(lane_role("Calls the help line"));
    CHECK_FALSE(lane_role(""));
    CHECK_FALSE(lane_role("..."));
}

TEST_CASE("employees' actions that customers do not see are Backstage") {
    for (std::string const name :
         {"Employee actions", "Staff actions", "Contact employee actions", "Contact employees",
          "Actions des employés", "Personnel en contact", "Mitarbeiteraktionen",
          "Kontaktpersonal"}) {
        for (std::string const hidden :
             {"(not visible)", "(nicht sichtbar)", "(unsichtbar)", "(invisible)", "(invisibles)",
              "(non visible)", "(non visibles)", "(NON-VISIBLE)", "- not seen by the customer",
              "(that customers don't see)", ", hidden", "not visible", "(behind the scenes)",
              "(für Kunden nicht sichtbar)", "/ hinter den Kulissen", "(cachées)",
              "(what the customer cannot see)", "(pas vues par le client)"}) {
            CAPTURE(name + " " + hidden);
            CHECK(lane_role(name + " " + hidden) == LaneRole::Backstage);
        }
        for (std::string const seen : {"(visible)", "(visibles)", "(sichtbar)", "(call centre)",
                                       "- seen by the customer", "(vu par le client)"}) {
            CAPTURE(name + " " + seen);
            CHECK(lane_role(name + " " + seen) == LaneRole::Frontstage);
        }
        CHECK_FALSE(lane_role(name + " (visible and invisible)"));
        CHECK_FALSE(lane_role(name + " (visible or not)"));
    }
    CHECK_FALSE(lane_role("Frontstage (not visible)"));
    CHECK_FALSE(lane_role("Frontstage actions not seen by the customer"));
    CHECK(lane_role("Technology (nicht sichtbar)") == LaneRole::Support);
    CHECK(lane_role("Actions (non visibles)") == LaneRole::Backstage);
    CHECK(lane_role("Backstage (not visible)") == LaneRole::Backstage);
    CHECK(lane_role("Backstage (visible to staff)") == LaneRole::Backstage);
}

TEST_CASE("a mistyped lane is told what is near") {
    CHECK(exchange::nearest_lane_word("Back stgae") == "\"Back stage\", which is backstage");
    CHECK(exchange::nearest_lane_word("Gremlins").empty());
}

TEST_CASE("columns of the long form are known by their own names and by others") {
    using exchange::long_column;
    using exchange::LongColumn;
    for (std::string_view const name :
         {"journey",    "phase",        "step",  "step_order", "lane",      "lane_type",
          "persona",    "text",         "score", "scale_min",  "scale_max", "channel",
          "owner",      "severity",     "media", "link",       "key",       "touchpoint",
          "fail_point", "wait_minutes", "team",  "component"}) {
        CAPTURE(name);
        CHECK(long_column(name));
    }
    CHECK(long_column("Étape") == LongColumn::Step);
    CHECK(long_column("Swimlane") == LongColumn::Lane);
    CHECK(long_column("Wartezeit (Minuten)") == LongColumn::WaitMinutes);
    CHECK_FALSE(long_column("Colour"));
}

TEST_CASE("any list of cards survives in a cell") {
    std::vector<std::string> const pieces = {"a",   ";",   "\n",   "\"",  " ",    "- ", "b c", "é",
                                             "-",   "=1",  "\"\"", "* ",  "x; y", "'",  "• ",  "•",
                                             "1) ", "2) ", "1. ",  "2. ", "a) ",  "b) "};
    std::uint32_t state = 7;
    auto const next = [&](std::size_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    for (int round = 0; round < 20000; ++round) {
        std::vector<std::string> cards(1 + next(4));
        std::string cell;
        for (std::string& card : cards) {
            for (std::size_t i = 0; i <= next(6); ++i)
                card += pieces[next(pieces.size())];
            cell += (cell.empty() ? "" : next(2) == 0 ? "\n" : "; ") + exchange::card_in_cell(card);
        }
        CAPTURE(cell);
        REQUIRE((exchange::cards_in(cell) == cards));
    }
}

TEST_CASE("cards of other people's cells: bullets, several lines, semicolons, quotes that stay") {
    using exchange::cards_in;
    using Texts = std::vector<std::string>;
    CHECK((cards_in("Calls; waits") == Texts{"Calls", "waits"}));
    CHECK((cards_in("- Calls\n- waits\n\n") == Texts{"Calls", "waits"}));
    CHECK((cards_in("• Calls\r\n• waits;") == Texts{"Calls", "waits"}));
    CHECK((cards_in("\"Where is he?\"") == Texts{"\"Where is he?\""}));
    CHECK((cards_in("\"Yes; but not today\"; no") == Texts{"Yes; but not today", "no"}));
    CHECK((cards_in("\"never closed; next") == Texts{"\"never closed", "next"}));
    CHECK((cards_in("• Calls • waits •rings") == Texts{"Calls", "waits", "rings"}));
    CHECK((cards_in("▪ Calls ▪ waits\n▪ rings") == Texts{"Calls", "waits", "rings"}));
    CHECK((cards_in("• \"Yes; but not today\"; no") == Texts{"Yes; but not today", "no"}));
    CHECK((cards_in("- Berlin - Paris") == Texts{"Berlin - Paris"}));
    CHECK((cards_in("Room • Service") == Texts{"Room • Service"}));
    CHECK((cards_in("•") == Texts{"•"}));
    CHECK((cards_in("1) Calls") == Texts{"Calls"}));
    CHECK((cards_in("2) Waits") == Texts{"Waits"}));
    CHECK((cards_in("1) Calls 2) waits 3) rings") == Texts{"Calls", "waits", "rings"}));
    CHECK((cards_in("1. Calls; 2. waits") == Texts{"Calls", "waits"}));
    CHECK((cards_in("a) Calls\nb) waits") == Texts{"Calls", "waits"}));
    CHECK((cards_in("a) Calls") == Texts{"a) Calls"}));
    CHECK((cards_in("1. Mahnung") == Texts{"1. Mahnung"}));
    CHECK((cards_in("1)") == Texts{"1)"}));
    CHECK((cards_in(" - ") == Texts{}));
    CHECK((cards_in("") == Texts{}));
}

TEST_CASE("a key is made from a text and says the same every time") {
    using exchange::key_from_text;
    CHECK(key_from_text("Engineer repairs, at last!", 40) == "engineer-repairs-at-last");
    CHECK(key_from_text("Où est ma voiture ?", 40) == "ou-est-ma-voiture");
    CHECK(key_from_text("Prüfung der Straße", 40) == "prufung-der-strasse");
    CHECK(key_from_text("修理", 40) == key_from_text("修理", 40));
    CHECK(key_from_text("修理", 40) != key_from_text("予約", 40));
    CHECK(key_from_text("...", 40).size() == 6);
    CHECK(key_from_text("aaaa bbbb cccc", 9) == "aaaa-bbbb");
    CHECK(key_from_text("aaaa bbbb", 5) == "aaaa");
}

TEST_CASE("a number of steps or phases is none of their names") {
    for (std::string const header :
         {"N° d'étape", "Étape n°", "N° de l'étape", "Schritt-Nr.", "Nr. Schritt", "Stap nr.",
          "Step no.", "Número de paso", "N.º paso"}) {
        CAPTURE(header);
        CHECK(lane_role(header) == LaneRole::Numbering);
        CHECK(exchange::long_column(header) == exchange::LongColumn::StepOrder);
    }
    for (std::string const header : {"N° de phase", "Phase n°", "Phasen-Nr.", "Phase Nr."}) {
        CAPTURE(header);
        CHECK(lane_role(header) == LaneRole::StageNumber);
        CHECK(exchange::long_column(header) == exchange::LongColumn::PhaseOrder);
    }
    CHECK(lane_role("Phase / étape") == LaneRole::Phase);
    CHECK(lane_role("Mitarbeiter ohne Kundenkontakt") == LaneRole::Backstage);
}
