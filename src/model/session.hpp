// Guided walks over the map: tours and their stops. Played by app; this is only their content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/journey.hpp"

namespace model {

enum class TourKind { Walk, Review, Onboarding, Attract };

// What a stop asks the room; `unit` and further text are shown as given.
struct Ask {
    std::string kind;  // guess, vote, ...
    std::string question;
    std::string unit;
    std::vector<std::pair<std::string, std::string>>
        more;  // further members: name, JSON text as it stood (canonical)
    friend bool operator==(Ask const&, Ask const&) = default;
};

struct Stop {
    std::string view;     // home, journey:KEY, stage:KEY, touchpoint:KEY, board:NAME
    std::string overlay;  // empty: as it was
    std::string persona;  // key; empty: as it was or the tour's
    std::optional<bool> backstage;
    std::optional<double> minutes;
    std::string title;
    std::string say;
    std::string what;
    std::string so_what;
    std::string now_what;
    std::optional<Ask> ask;
    friend bool operator==(Stop const&, Stop const&) = default;
};

struct Tour {
    std::string key;
    std::string title;
    TourKind kind = TourKind::Walk;
    std::string persona;
    std::vector<Stop> stops;
    friend bool operator==(Tour const&, Tour const&) = default;
};

}  // namespace model
