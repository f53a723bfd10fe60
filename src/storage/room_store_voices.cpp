// Personas, whom they meet, what they feel and what they say.
#include "storage/columns.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

constexpr auto insert_persona =
    "INSERT INTO personas (position, key, name, age, summary, segment_share, portrait)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_personas =
    "SELECT position, key, name, age, summary, segment_share, portrait FROM personas"
    " ORDER BY position";
constexpr auto insert_need =
    "INSERT INTO persona_needs (persona, kind, position, text) VALUES (?, ?, ?, ?)";
constexpr auto select_rational_needs =
    "SELECT persona, position, text FROM persona_needs WHERE kind = 'rational'"
    " ORDER BY persona, position";
constexpr auto select_emotional_needs =
    "SELECT persona, position, text FROM persona_needs WHERE kind = 'emotional'"
    " ORDER BY persona, position";
constexpr auto insert_exposure =
    "INSERT INTO exposures (position, touchpoint, share, persona, journey) VALUES (?, ?, ?, ?, ?)";
constexpr auto select_exposures =
    "SELECT position, touchpoint, share, persona, journey FROM exposures ORDER BY position";
constexpr auto insert_emotion =
    "INSERT INTO emotions (position, touchpoint, value, persona, n, assumed, scale_min, scale_max)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_emotions =
    "SELECT position, touchpoint, value, persona, n, assumed, scale_min, scale_max FROM emotions"
    " ORDER BY position";
constexpr auto insert_verbatim =
    "INSERT INTO verbatims (position, touchpoint, text, day, persona, channel, sentiment, source,"
    " invented, consent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_verbatims =
    "SELECT position, touchpoint, text, day, persona, channel, sentiment, source, invented,"
    " consent FROM verbatims ORDER BY position";
constexpr auto insert_adjective =
    "INSERT INTO verbatim_adjectives (verbatim, position, text) VALUES (?, ?, ?)";
constexpr auto select_adjectives =
    "SELECT verbatim, position, text FROM verbatim_adjectives ORDER BY verbatim, position";

void save_needs(Statement& insert, std::size_t persona, std::string_view kind,
                std::vector<std::string> const& needs) {
    for (std::size_t i = 0; i < needs.size(); ++i)
        insert.run(persona, kind, i, needs[i]);
}

void save_personas(Database& database, std::vector<Persona> const& personas) {
    Statement need(database, insert_need);
    save_rows(database, insert_persona, personas, [&](Statement& insert, auto i, Persona const& p) {
        insert.run(i, p.key, p.name, p.age, p.summary, p.segment_share, p.portrait);
        save_needs(need, i, "rational", p.needs_rational);
        save_needs(need, i, "emotional", p.needs_emotional);
    });
}

void save_verbatims(Database& database, std::vector<Verbatim> const& verbatims) {
    Statement adjective(database, insert_adjective);
    save_rows(
        database, insert_verbatim, verbatims, [&](Statement& insert, auto i, Verbatim const& v) {
            insert.run(i, position_of(v.touchpoint), v.text, day_of(v.date), position_of(v.persona),
                       v.channel, v.sentiment, v.source, v.invented, v.consent);
            save_texts(adjective, i, v.adjectives);
        });
}

}  // namespace

void save_voices(Database& database, Room const& room) {
    save_personas(database, room.personas);
    save_rows(database, insert_exposure, room.exposures,
              [](Statement& insert, auto i, Exposure const& e) {
                  insert.run(i, position_of(e.touchpoint), e.share, position_of(e.persona),
                             position_of(e.journey));
              });
    save_rows(database, insert_emotion, room.emotions,
              [](Statement& insert, auto i, Emotion const& e) {
                  insert.run(i, position_of(e.touchpoint), e.value, position_of(e.persona), e.n,
                             e.assumed_given, e.scale_min, e.scale_max);
              });
    save_verbatims(database, room.verbatims);
}

std::vector<Persona> load_personas(Database& database) {
    auto personas = load_rows<Persona>(database, select_personas, [](Columns& in) {
        return Persona{.key = in.text(),
                       .name = in.text(),
                       .age = in.optional_real(),
                       .summary = in.text(),
                       .needs_rational = {},
                       .needs_emotional = {},
                       .segment_share = in.optional_real(),
                       .portrait = in.text()};
    });
    auto rational = load_text_lists(database, select_rational_needs, personas.size());
    auto emotional = load_text_lists(database, select_emotional_needs, personas.size());
    for (std::size_t i = 0; i < personas.size(); ++i) {
        personas[i].needs_rational = std::move(rational[i]);
        personas[i].needs_emotional = std::move(emotional[i]);
    }
    return personas;
}

std::vector<Exposure> load_exposures(Database& database) {
    return load_rows<Exposure>(database, select_exposures, [](Columns& in) {
        return Exposure{.touchpoint = in.id<Touchpoint>(),
                        .share = in.real(),
                        .persona = in.id<Persona>(),
                        .journey = in.id<Journey>()};
    });
}

std::vector<Emotion> load_emotions(Database& database) {
    return load_rows<Emotion>(database, select_emotions, [](Columns& in) {
        return Emotion{.touchpoint = in.id<Touchpoint>(),
                       .value = in.real(),
                       .persona = in.id<Persona>(),
                       .n = in.optional_integer(),
                       .assumed_given = in.optional_flag(),
                       .scale_min = in.optional_real(),
                       .scale_max = in.optional_real()};
    });
}

std::vector<Verbatim> load_verbatims(Database& database) {
    auto verbatims = load_rows<Verbatim>(database, select_verbatims, [](Columns& in) {
        return Verbatim{.touchpoint = in.id<Touchpoint>(),
                        .text = in.text(),
                        .date = in.optional_date(),
                        .persona = in.id<Persona>(),
                        .channel = in.text(),
                        .sentiment = in.optional_real(),
                        .adjectives = {},
                        .source = in.text(),
                        .invented = in.optional_flag(),
                        .consent = in.optional_flag()};
    });
    auto adjectives = load_text_lists(database, select_adjectives, verbatims.size());
    for (std::size_t i = 0; i < verbatims.size(); ++i) {
        verbatims[i].adjectives = std::move(adjectives[i]);
    }
    return verbatims;
}

}  // namespace storage
