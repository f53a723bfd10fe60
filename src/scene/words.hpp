// Sentences that several parts of the wall share: periods, counts, whose figures these are. Text
// comes from the catalogue and the room; nothing is computed here but its form.
#pragma once

#include <optional>
#include <string>

#include "base/catalogue.hpp"
#include "metrics/room_figures.hpp"
#include "model/room.hpp"

namespace scene {

// "2 Jun 2026".
std::string day_text(base::Catalogue const& catalogue, base::Date date);
// "Jul-Sep 2026", "Sep 2026" or "1 Jul 2026 to 15 Aug 2026".
std::string short_period(base::Catalogue const& catalogue, base::Period period);
// "July to September 2026".
std::string long_period(base::Catalogue const& catalogue, base::Period period);

// What the room calls the customers it counts: room.json's theme "customers" ("homes"), else
// "customers".
std::string customers_word(base::Catalogue const& catalogue, model::Room const& room);
// "all homes", or the persona's name.
std::string whose(base::Catalogue const& catalogue, model::Room const& room,
                  model::PersonaId persona);

// "5,150 of 7,220"; empty when nothing is known.
std::string k_of_n(base::Catalogue const& catalogue, metrics::TouchpointFigures const& figures);
// "71.3 %": one decimal, only ever shown beside its n.
std::string percent(double share);
// "+0.4", with a real minus sign.
std::string signed_number(double value);
std::string number(double value, int decimals);
// A target in percent, without a sign: "85", or "92.5" where it is not whole.
std::string target_number(double share);
// "Sep 2026: far more promises broken than this process breaks by itself".
std::string signal_text(base::Catalogue const& catalogue, metrics::SignalFigure const& signal);
// A count in its words: "{0} cases followed", under `key`.one where it is one; `also` is {1}.
std::string count_text(base::Catalogue const& catalogue, std::string const& key, std::int64_t count,
                       std::string_view also = {});
// How many of 100 get every promise kept, and what that rests on: cases that were followed to their
// end where there are any, as promises multiplied take failures to pick their victims at random.
struct YieldWords {
    std::string of_hundred;
    std::string basis;
    bool old = false;  // it rests on an overdue source
};
// A share of 100, "at best" where some of what it multiplies is not measured.
std::string yield_number(base::Catalogue const& catalogue, double rty, int measured, int of);
std::string measured_text(base::Catalogue const& catalogue, int measured, int of, int overdue);
std::optional<YieldWords> yield_words(base::Catalogue const& catalogue,
                                      metrics::JourneyFigures const& figures);
// "region", "channel", "persona".
std::string split_word(base::Catalogue const& catalogue, metrics::SplitKind kind);
// "every month".
std::string cadence_text(base::Catalogue const& catalogue, int days);
// "loaded 12 days ago".
std::string age_text(base::Catalogue const& catalogue, int days);

std::string state_word(base::Catalogue const& catalogue, metrics::PromiseState state);
std::string position_word(base::Catalogue const& catalogue, metrics::Position position);

// "Phone, App" as given; the catalogue's "channel not given" when there is none.
std::string channels_text(base::Catalogue const& catalogue, model::Touchpoint const& touchpoint);

}  // namespace scene
