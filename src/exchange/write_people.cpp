// personas, exposures, emotions, verbatims and guesses as CSV.
#include <algorithm>
#include <span>

#include "exchange/columns.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/pack_contents.hpp"
#include "exchange/room_keys.hpp"

namespace exchange {
namespace {

std::string personas_csv(model::Room const& room) {
    CsvWriter csv(columns::personas);
    for (model::Persona const& persona : room.personas) {
        csv.key(persona.key).text(persona.name).number(persona.age).text(persona.summary);
        csv.list(persona.needs_rational).list(persona.needs_emotional);
        csv.number(persona.segment_share).text(persona.portrait);
        csv.end_row();
    }
    return csv.take();
}

std::string exposures_csv(model::Room const& room) {
    CsvWriter csv(columns::exposures);
    for (model::Exposure const& exposure : room.exposures) {
        csv.key(key_at(room.touchpoints, exposure.touchpoint)).number(exposure.share);
        csv.key(key_at(room.personas, exposure.persona));
        csv.key(key_at(room.journeys, exposure.journey));
        csv.end_row();
    }
    return csv.take();
}

std::string emotions_csv(model::Room const& room) {
    CsvWriter csv(columns::emotions);
    for (model::Emotion const& emotion : room.emotions) {
        csv.key(key_at(room.touchpoints, emotion.touchpoint)).number(emotion.value);
        csv.key(key_at(room.personas, emotion.persona)).integer(emotion.n);
        csv.yes_no(emotion.assumed_given).number(emotion.scale_min).number(emotion.scale_max);
        csv.end_row();
    }
    return csv.take();
}

std::string verbatims_csv(model::Room const& room) {
    // Consent is a column only where somebody recorded it.
    bool const consent =
        std::any_of(room.verbatims.begin(), room.verbatims.end(),
                    [](model::Verbatim const& verbatim) { return verbatim.consent.has_value(); });
    std::span<ColumnSpec const> const all(columns::verbatims);
    CsvWriter csv(consent ? all : all.first(all.size() - 1));
    for (model::Verbatim const& verbatim : room.verbatims) {
        csv.key(key_at(room.touchpoints, verbatim.touchpoint)).text(verbatim.text);
        csv.date(verbatim.date).key(key_at(room.personas, verbatim.persona));
        csv.text(verbatim.channel).number(verbatim.sentiment).list(verbatim.adjectives);
        csv.text(verbatim.source).yes_no(verbatim.invented);
        if (consent) csv.yes_no(verbatim.consent);
        csv.end_row();
    }
    return csv.take();
}

std::string guesses_csv(model::Room const& room) {
    CsvWriter csv(columns::guesses);
    for (model::Guess const& guess : room.guesses) {
        csv.text(guess.question).key(guess.level).period(guess.period).number(guess.value);
        csv.key(key_at(room.journeys, guess.journey));
        csv.end_row();
    }
    return csv.take();
}

}  // namespace

void add_people_files(PackContents& files, model::Room const& room) {
    if (!room.personas.empty()) files["personas.csv"] = personas_csv(room);
    if (!room.exposures.empty()) files["exposures.csv"] = exposures_csv(room);
    if (!room.emotions.empty()) files["emotions.csv"] = emotions_csv(room);
    if (!room.verbatims.empty()) files["verbatims.csv"] = verbatims_csv(room);
    if (!room.guesses.empty()) files["guesses.csv"] = guesses_csv(room);
}

}  // namespace exchange
