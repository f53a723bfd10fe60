// Rooms in three lines: each call adds a thing under the ones named last; everything else is set on
// `room` directly. Must not know what is tested. Used by the tests of every folder.
#pragma once

#include <string>

#include "model/room.hpp"

namespace test {

struct RoomBuilder {
    model::Room room;

    // A journey, in the stage of that key where one is given; stages that follow belong to it.
    RoomBuilder& journey(std::string const& key, int level, std::string const& parent_stage = {}) {
        model::Journey made;
        made.key = key;
        made.level = level;
        made.title = "Journey " + key;
        if (!parent_stage.empty()) {
            made.parent_stage = model::find_stage(room, parent_stage);
            made.parent = room.at(made.parent_stage).journey;
        }
        room.journeys.push_back(made);
        return *this;
    }

    RoomBuilder& stage(std::string const& key, std::string const& name = {}) {
        model::Stage made;
        made.journey = model::JourneyId(room.journeys.size() - 1);
        made.key = key;
        made.order = static_cast<double>(room.stages.size() + 1);
        made.name = name.empty() ? key : name;
        room.stages.push_back(made);
        return *this;
    }

    RoomBuilder& step(std::string const& action) {
        model::Step made;
        made.journey = room.stages.back().journey;
        made.stage = last_stage();
        made.key = "step" + std::to_string(room.steps.size() + 1);
        made.order = static_cast<double>(room.steps.size() + 1);
        made.action = action;
        room.steps.push_back(made);
        return *this;
    }

    // A new touchpoint (keys T1, T2 ...), placed in the last stage.
    RoomBuilder& touchpoint(std::string const& title, std::string const& channel = {}) {
        model::Touchpoint made;
        made.key = "T" + std::to_string(room.touchpoints.size() + 1);
        made.title = title;
        if (!channel.empty()) made.channels = {channel};
        room.touchpoints.push_back(made);
        return place(made.key);
    }

    // A touchpoint that is there already, placed in the last stage too.
    RoomBuilder& place(std::string const& touchpoint) {
        model::Placement made;
        made.touchpoint = model::find_touchpoint(room, touchpoint);
        made.journey = room.stages.back().journey;
        made.stage = last_stage();
        made.order = static_cast<double>(room.placements.size() + 1);
        room.placements.push_back(made);
        return *this;
    }

    // Said about the touchpoint placed last.
    RoomBuilder& verbatim(std::string const& text, double sentiment = 0) {
        model::Verbatim made;
        made.touchpoint = room.placements.back().touchpoint;
        made.text = text;
        made.sentiment = sentiment;
        room.verbatims.push_back(made);
        return *this;
    }

    // Felt at the touchpoint placed last, by everybody.
    RoomBuilder& emotion(double value) {
        model::Emotion made;
        made.touchpoint = room.placements.back().touchpoint;
        made.value = value;
        room.emotions.push_back(made);
        return *this;
    }

private:
    model::StageId last_stage() const { return model::StageId(room.stages.size() - 1); }
};

}  // namespace test
