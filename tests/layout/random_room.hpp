// Rooms and options by chance (a seed gives the same room again): all three levels, empty stages,
// crowded stages, long German words and Arabic. Used by the layout tests.
#pragma once

#include <random>

#include "layout/layout_room.hpp"
#include "support/room_builder.hpp"

namespace test {

class RandomRoom {
public:
    explicit RandomRoom(unsigned seed) : m_random(seed) {}

    model::Room room() {
        m_built.journey("life", 0);
        stages("life", pick(0, 9));
        nest(1);
        nest(2);
        for (int i = pick(0, 10); i > 0; --i) {
            std::string const key = "free" + std::to_string(i);
            m_built.journey(key, pick(1, 2));
            stages(key, pick(0, 5));
        }
        return m_built.room;
    }

    layout::LayoutOptions options() {
        layout::LayoutOptions options;
        options.width_mm = pick(600, 3000);
        options.height_mm = pick(300, 1200);
        options.room_type = 0.5 + 0.25 * pick(0, 6);
        options.hand_type = 1 + 0.25 * pick(0, 3);
        options.channel_lens = pick(0, 1) == 1;
        return options;
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }

    std::string words() {
        static std::vector<std::string> const some{"I",         "wonder",
                                                   "if there",  "Wärmepumpeninstallationstermin",
                                                   "heating",   "مرحبا",
                                                   "العميل",    "warm",
                                                   "Bedürfnis", "a",
                                                   "broken",    "Rechnung",
                                                   "",          "Zählerstandsübermittlung",
                                                   "home"};
        std::string text;
        for (int i = pick(0, 7); i > 0; --i) {
            text += (text.empty() ? "" : " ") + some[static_cast<std::size_t>(pick(0, 14))];
        }
        return text;
    }

    void touchpoint() {
        static std::vector<std::string> const channels{"", "Web", "Phone", "App", "Letter"};
        if (pick(0, 4) == 0 && !m_built.room.touchpoints.empty()) {
            auto const last = static_cast<int>(m_built.room.touchpoints.size());
            m_built.place("T" + std::to_string(pick(1, last)));
        } else {
            m_built.touchpoint(words(), channels[static_cast<std::size_t>(pick(0, 4))]);
        }
        if (pick(0, 2) == 0) m_built.verbatim(words() + " " + words(), pick(-2, 2));
    }

    void stages(std::string const& journey, int count) {
        for (int i = 0; i < count; ++i) {
            m_built.stage(journey + "-" + std::to_string(i), words());
            m_built.room.stages.back().order = pick(1, 5);
            for (int step = pick(-2, 2); step > 0; --step)
                m_built.step(words());
            int const touchpoints = pick(0, 20) == 0 ? 60 : pick(-2, 8);
            for (int t = 0; t < touchpoints; ++t)
                touchpoint();
        }
    }

    // Hangs journeys of `level` in some of the stages one level up.
    void nest(int level) {
        std::vector<std::string> parents;
        for (model::Stage const& stage : m_built.room.stages) {
            if (m_built.room.at(stage.journey).level == level - 1) parents.push_back(stage.key);
        }
        for (std::string const& parent : parents) {
            for (int child = pick(-3, 3); child > 0; --child) {
                std::string const key = parent + "." + std::to_string(child);
                m_built.journey(key, level, parent);
                stages(key, pick(0, level == 1 ? 6 : 4));
            }
        }
    }

    std::mt19937 m_random;
    RoomBuilder m_built;
};

}  // namespace test
