// Rooms for the figures' tests: promises, rows and scores said in one line each, on top of the room
// builder. Must not know what a figure is. Used by the room_*_test files.
#pragma once

#include <string>

#include "metrics/room_figures.hpp"
#include "support/room_builder.hpp"

namespace test {

inline base::Period period(std::string const& text) {
    return *base::parse_period(text);
}
inline base::Date day(std::string const& text) {
    return *base::parse_date(text);
}

// What a row is split by, and where it came from; empty = not at all.
struct Split {
    std::string persona = {}, region = {}, channel = {};
    model::SourceId source = {};
};

struct FiguresRoom : RoomBuilder {
    // A life cycle "home" with one stage "S1" and touchpoints T1 .. T<count> in it.
    explicit FiguresRoom(int count) {
        room.info.key = "test";
        journey("home", 0).stage("S1");
        for (int i = 0; i < count; ++i)
            touchpoint("Touchpoint");
    }

    static model::TouchpointId at(int number) {
        return model::TouchpointId(static_cast<std::size_t>(number - 1));
    }

    FiguresRoom& persona(std::string const& key) {
        model::Persona made;
        made.key = key;
        made.name = "Name of " + key;
        room.personas.push_back(made);
        return *this;
    }

    FiguresRoom& promise(int touchpoint, double target_percent) {
        model::Promise made;
        made.touchpoint = at(touchpoint);
        made.target_percent = target_percent;
        room.promises.push_back(made);
        return *this;
    }

    FiguresRoom& row(int touchpoint, std::string const& span, std::int64_t kept, std::int64_t due,
                     Split const& split = {}) {
        model::Observation made;
        made.touchpoint = at(touchpoint);
        made.period = period(span);
        made.kept = kept;
        made.due = due;
        if (!split.persona.empty()) made.persona = model::find_persona(room, split.persona);
        if (!split.region.empty()) made.region = model::RegionId(named(room.regions, split.region));
        if (!split.channel.empty()) {
            made.channel = model::ChannelId(named(room.observation_channels, split.channel));
        }
        made.source = split.source;
        room.observations.push_back(made);
        return *this;
    }

    // 0..10 with spread and size; a rival has a name.
    FiguresRoom& score(int touchpoint, model::Subject subject, double mean, double sd,
                       std::int64_t n, std::string const& rival = {}) {
        model::Score made;
        made.touchpoint = at(touchpoint);
        made.subject = subject;
        made.score = mean;
        made.sd = sd;
        made.n = n;
        made.rival = rival;
        room.scores.push_back(made);
        return *this;
    }

    FiguresRoom& weight(int touchpoint, double percent) {
        model::Importance made;
        made.touchpoint = at(touchpoint);
        made.weight_percent = percent;
        room.importance.push_back(made);
        return *this;
    }

    FiguresRoom& exposure(int touchpoint, double share, std::string const& persona = {},
                          std::string const& journey = {}) {
        model::Exposure made;
        made.touchpoint = at(touchpoint);
        made.share = share;
        if (!persona.empty()) made.persona = model::find_persona(room, persona);
        if (!journey.empty()) made.journey = model::find_journey(room, journey);
        room.exposures.push_back(made);
        return *this;
    }

    metrics::RoomFigures figures(std::string const& span, std::string const& persona = {}) const {
        metrics::FigureRequest request;
        request.period = period(span);
        if (!persona.empty()) request.persona = model::find_persona(room, persona);
        request.now = {request.period.last.days + 1};
        return metrics::room_figures(room, metrics::make_index(room), request);
    }

    // Of the first touchpoint, with what the room's figures hold for it.
    struct First : metrics::TouchpointFigures {
        std::vector<metrics::SplitRate> splits;
        std::string rival_name;
    };
    First first(std::string const& span, std::string const& persona = {}) const {
        metrics::RoomFigures const all = figures(span, persona);
        metrics::TouchpointFigures const& touchpoint = all.touchpoints.front();
        auto const splits = metrics::splits_of(all, touchpoint);
        return {touchpoint,
                {splits.begin(), splits.end()},
                std::string(metrics::rival_name(room, touchpoint))};
    }

private:
    static std::size_t named(std::vector<std::string>& names, std::string const& name) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == name) return i;
        }
        names.push_back(name);
        return names.size() - 1;
    }
};

// Six digits, as the facts are written.
inline bool near(double a, double b, double tolerance = 5e-7) {
    return (a > b ? a - b : b - a) < tolerance;
}

}  // namespace test
