// touchpoints.csv, personas.csv, exposures.csv, emotions.csv, verbatims.csv: contacts and the
// people who have them.
#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

std::string joined_ids(std::initializer_list<std::uint32_t> ids) {
    std::string text;
    for (std::uint32_t const id : ids)
        text += std::to_string(id) + "/";
    return text;
}

}  // namespace

void check_media_name(PackBuilder const& pack, Table& row, std::size_t column,
                      std::string const& name) {
    if (name.empty()) return;
    if (name.find_first_of("/\\") != std::string::npos || name == "." || name == "..") {
        row.error(column,
                  in_quotes(name) + " names a folder; write only the name of a file in media/");
    } else if (!pack.files.has("media/" + name)) {
        row.error(column, "there is no file " + in_quotes(name) +
                              " in media/; put it there or correct the name");
    }
}

void read_touchpoints(PackBuilder& pack) {
    enum : std::size_t {
        Key,
        Title,
        Channel,
        Department,
        MomentOfTruth,
        Class,
        KanoClass,
        Why,
        Description,
        Media,
        MediaConsent
    };
    TableSpec const spec{"touchpoints.csv", columns::touchpoints, Presence::Required,
                         index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.touchpoints, [&](Table& row) {
        model::Touchpoint touchpoint;
        touchpoint.key = row.key(Key);
        row.add_key(Key, pack.keys.touchpoints, pack.room.touchpoints.size());
        touchpoint.title = row.text(Title);
        touchpoint.channels = row.list(Channel);
        touchpoint.department = row.text(Department);
        touchpoint.moment_of_truth = row.yes_no(MomentOfTruth);
        touchpoint.touchpoint_class =
            row.word(Class, words::touchpoint_classes, model::TouchpointClass::None);
        touchpoint.kano = row.word(KanoClass, words::kano_classes, model::Kano::None);
        touchpoint.why = row.text(Why);
        touchpoint.description = row.text(Description);
        touchpoint.media = row.list(Media);
        for (std::string const& name : touchpoint.media)
            check_media_name(pack, row, Media, name);
        touchpoint.media_consent = row.yes_no(MediaConsent);
        return touchpoint;
    });
    pack.keys.touchpoints.incomplete = !complete;
}

void read_personas(PackBuilder& pack) {
    enum : std::size_t { Key, Name, Age, Summary, Rational, Emotional, SegmentShare, Portrait };
    TableSpec const spec{"personas.csv", columns::personas, Presence::Optional, index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.personas, [&](Table& row) {
        model::Persona persona;
        persona.key = row.key(Key);
        row.add_key(Key, pack.keys.personas, pack.room.personas.size());
        persona.name = row.text(Name);
        persona.age = row.number(Age, {0, 130});
        persona.summary = row.text(Summary);
        persona.needs_rational = row.list(Rational);
        persona.needs_emotional = row.list(Emotional);
        persona.segment_share = row.number(SegmentShare, {0, 1});
        persona.portrait = row.text(Portrait);
        check_media_name(pack, row, Portrait, persona.portrait);
        return persona;
    });
    pack.keys.personas.incomplete = !complete;
}

void read_exposures(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, Share, Persona, Journey };
    KeyIndex seen;
    TableSpec const spec{"exposures.csv", columns::exposures, Presence::Optional,
                         index_entry_bytes};
    read_rows(pack, spec, pack.room.exposures, [&](Table& row) {
        model::Exposure exposure;
        exposure.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        exposure.share = row.number(Share, {0, 1}).value_or(1);
        exposure.persona = row.reference<model::Persona>(Persona, pack.keys.personas);
        exposure.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        if (!exposure.touchpoint) return exposure;
        auto const before = seen.add(
            joined_ids({exposure.touchpoint.value, exposure.persona.value, exposure.journey.value}),
            0, row.line());
        if (before) {
            row.error(
                Touchpoint,
                "line " + std::to_string(*before) +
                    " gives the share of this touchpoint, persona and journey already; keep one");
        }
        return exposure;
    });
}

void read_emotions(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, Value, Persona, N, Assumed, ScaleMin, ScaleMax };
    KeyIndex seen;
    TableSpec const spec{"emotions.csv", columns::emotions, Presence::Optional, index_entry_bytes};
    read_rows(pack, spec, pack.room.emotions, [&](Table& row) {
        model::Emotion emotion;
        emotion.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        emotion.value = row.number(Value, {-2, 2}).value_or(0);
        emotion.persona = row.reference<model::Persona>(Persona, pack.keys.personas);
        emotion.n = row.integer(N, count_range);
        emotion.assumed_given = row.yes_no(Assumed);
        emotion.scale_min = row.number(ScaleMin, any_number);
        emotion.scale_max = row.number(ScaleMax, any_number);
        if (emotion.scale_min && emotion.scale_max && *emotion.scale_min >= *emotion.scale_max) {
            row.error(ScaleMax,
                      "scale_max is not above scale_min; give the lowest and the highest answer");
        }
        if (!emotion.touchpoint) return emotion;
        auto const before = seen.add(joined_ids({emotion.touchpoint.value, emotion.persona.value,
                                                 emotion.assumed() ? 1U : 0U}),
                                     0, row.line());
        if (before) {
            row.error(Touchpoint,
                      "line " + std::to_string(*before) +
                          " gives the emotion of this touchpoint and persona already; keep one");
        }
        return emotion;
    });
}

void read_verbatims(PackBuilder& pack) {
    enum : std::size_t {
        Touchpoint,
        Text,
        Date,
        Persona,
        Channel,
        Sentiment,
        Adjectives,
        SourceText,
        Invented,
        Consent
    };
    TableSpec const spec{"verbatims.csv", columns::verbatims};
    read_rows(pack, spec, pack.room.verbatims, [&](Table& row) {
        model::Verbatim verbatim;
        verbatim.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        verbatim.text = row.text(Text);
        verbatim.date = row.date(Date);
        verbatim.persona = row.reference<model::Persona>(Persona, pack.keys.personas);
        verbatim.channel = row.text(Channel);
        verbatim.sentiment = row.number(Sentiment, {-2, 2});
        verbatim.adjectives = row.list(Adjectives);
        verbatim.source = row.text(SourceText);
        verbatim.invented = row.yes_no(Invented);
        verbatim.consent = row.yes_no(Consent);
        return verbatim;
    });
}

}  // namespace exchange
