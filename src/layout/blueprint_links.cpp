#include "layout/blueprint_links.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "layout/blueprint_layout.hpp"
#include "layout/floor_sizes.hpp"
#include "layout/link_router.hpp"

namespace layout {
namespace {

// Of two ways to bundle a link, by where it goes to or by where it comes from, the larger.
std::vector<std::uint32_t> bundles_of(Floor const& floor) {
    std::map<std::array<std::uint32_t, 3>, int> sizes;
    auto const key = [](FloorLink const& link, bool by_target) {
        return std::array{static_cast<std::uint32_t>(link.kind), by_target ? 1U : 0U,
                          by_target ? link.to : link.from};
    };
    for (FloorLink const& link : floor.links) {
        if (link.place > 0) continue;
        ++sizes[key(link, true)];
        ++sizes[key(link, false)];
    }
    std::map<std::array<std::uint32_t, 3>, std::uint32_t> numbers;
    std::vector<std::uint32_t> out;
    for (FloorLink const& link : floor.links) {
        bool const by_target = sizes[key(link, true)] >= sizes[key(link, false)];
        auto const next = static_cast<std::uint32_t>(numbers.size());
        out.push_back(numbers.emplace(key(link, by_target), next).first->second);
    }
    return out;
}

// Links between the same two boxes, whichever way they point, share the line of the first.
void share_lines(Floor& floor) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> lines;
    for (std::uint32_t i = 0; i < floor.links.size(); ++i) {
        FloorLink& link = floor.links[i];
        auto const pair = std::minmax(link.from, link.to);
        link.line = lines.emplace(pair, i).first->second;
        if (link.line != i) link.place = floor.links[link.line].shared++;
    }
    for (FloorLink& link : floor.links)
        link.shared = floor.links[link.line].shared;
}

// Where it crosses which line, and what it takes.
FloorLink described(Floor const& floor, FloorLink link) {
    if (link.points.empty()) return link;
    WorldPoint low = link.points.front();
    WorldPoint high = low;
    for (std::size_t i = 0; i < link.points.size(); ++i) {
        WorldPoint const p = link.points[i];
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        if (i == 0) continue;
        WorldPoint const before = link.points[i - 1];
        for (FloorRule const& rule : floor.rules) {
            if ((before.y < rule.y) != (p.y < rule.y))
                link.crossings.push_back({rule.line, {p.x, rule.y}});
        }
    }
    link.bounds = {low.x, low.y, high.x - low.x, high.y - low.y};
    return link;
}

}  // namespace

std::vector<double> lane_channels(Floor const& floor, double least) {
    constexpr std::size_t lanes = floor_lanes.size();
    std::array<double, lanes + 1> links{};
    auto const row = [&](FloorNode const& node) {
        return node.step == no_floor_step ? lanes : static_cast<std::size_t>(node.lane);
    };
    for (FloorLink const& link : floor.links) {
        FloorNode const& from = floor.nodes[link.from];
        FloorNode const& to = floor.nodes[link.to];
        std::size_t const upper = std::min(row(from), row(to));
        std::size_t const lower = std::max(row(from), row(to));
        bool const straight = from.step == to.step && lower - upper <= 1;
        if (straight) continue;
        links[lower] += 1;
        links[std::min(upper + 1, lanes)] += 1;
    }
    std::vector<double> heights;
    for (double const count : links)
        heights.push_back(std::min(least + channel_a_link * count, widest_channel));
    return heights;
}

double top_channel(Floor const& floor) {
    double links = 0;
    for (FloorLink const& link : floor.links) {
        bool const touches = floor.nodes[link.from].lane == floor_lanes.front() ||
                             floor.nodes[link.to].lane == floor_lanes.front();
        if (touches) links += 1;
    }
    return std::min(channel_a_link * links * 2, widest_channel / 2);
}

Floor routed(Floor floor, double clearance) {
    share_lines(floor);
    RouteInput input;
    input.bounds = {floor.rail.right(), floor.rect.y, floor.rect.w - floor.rail.w, floor.rect.h};
    input.spacing.clearance = clearance;
    for (FloorNode const& node : floor.nodes)
        input.boxes.push_back(node.rect);
    for (FloorStep const& step : floor.steps) {
        if (!step.told.empty()) input.boxes.push_back(step.told);
    }
    for (FloorRule const& rule : floor.rules)
        input.walls.push_back(rule.y);
    // The words of an empty lane stay free.
    for (FloorLane const& lane : floor.lanes) {
        for (double const share : {0.25, 0.5, 0.75}) {
            if (!lane.described()) input.walls.push_back(lane.rect.y + share * lane.rect.h);
        }
    }
    std::vector<std::uint32_t> const bundle = bundles_of(floor);
    std::vector<std::uint32_t> lines;
    for (std::uint32_t i = 0; i < floor.links.size(); ++i) {
        FloorLink const& link = floor.links[i];
        if (link.line != i) continue;
        lines.push_back(i);
        input.links.push_back({link.from, link.to, bundle[i]});
    }
    std::vector<Route> routes = route_links(input);
    for (std::size_t i = 0; i < routes.size(); ++i)
        floor.links[lines[i]].points = std::move(routes[i].points);
    for (FloorLink& link : floor.links) {
        FloorLink const& first = floor.links[link.line];
        if (link.place > 0) {
            link.points = first.points;
            if (link.from != first.from) std::reverse(link.points.begin(), link.points.end());
        }
        link = described(floor, std::move(link));
    }
    return floor;
}

}  // namespace layout
