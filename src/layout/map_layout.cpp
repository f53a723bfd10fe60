#include "layout/map_layout.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace layout {
namespace {

std::string number(double value, int decimals = 1) {
    std::array<char, 64> text{};
    // Adding zero turns "-0.0" into "0.0".
    double const half = 0.5 * std::pow(10.0, -decimals);
    std::snprintf(text.data(), text.size(), "%.*f", decimals, std::abs(value) < half ? 0.0 : value);
    return text.data();
}

std::string text_of(WorldRect const& rect) {
    return number(rect.x) + "," + number(rect.y) + " " + number(rect.w) + "x" + number(rect.h);
}

std::string_view name_of(LaneRole role) {
    switch (role) {
        case LaneRole::StageHeader:
            return "stage-header";
        case LaneRole::Steps:
            return "steps";
        case LaneRole::Emotion:
            return "emotion";
        case LaneRole::Touchpoints:
            return "touchpoints";
        case LaneRole::Quotes:
            return "quotes";
        case LaneRole::Children:
            return "children";
        case LaneRole::Yields:
            return "yields";
    }
    return "?";
}

// Collects the lines of one frame at its depth of nesting.
class Writer {
public:
    explicit Writer(std::string& out, int depth) : m_out(out), m_depth(depth) {}

    void line(int depth, std::string const& text) {
        m_out.append(static_cast<std::size_t>(2 * (m_depth + depth)), ' ');
        m_out += text;
        m_out += '\n';
    }

    void text(std::string const& what, PlacedText const& placed) {
        if (placed.block.lines.empty()) return;
        std::string words;
        for (TextLine const& broken : placed.block.lines) {
            words += (words.empty() ? "\"" : " / ") + broken.text;
        }
        line(2, what + " " + text_of(placed.rect) + " size " + number(placed.block.style.size) +
                    (placed.block.cut ? " cut" : "") + (placed.block.word_cut ? " word-cut" : "") +
                    " " + words + "\"");
    }

    void column(std::size_t position, StageColumn const& column) {
        line(1, "column " + std::to_string(position) + " stage " +
                    std::to_string(column.stage.index()) + " " + text_of(column.rect));
        line(2, "header " + text_of(column.header));
        text("number", column.number);
        text("name", column.name);
        if (!column.leader.empty()) line(2, "leader " + text_of(column.leader));
        for (std::size_t i = 0; i < column.step_texts.size(); ++i) {
            text("step " + std::to_string(column.step_ids[i].index()), column.step_texts[i]);
        }
        text("quote " + std::to_string(column.quote_verbatim), column.quote);
        line(2, "yield " + text_of(column.yield));
    }

    void curve(CurveBand const& curve) {
        std::string points;
        for (CurvePoint const& point : curve.points) {
            points += " " + std::to_string(point.touchpoint.index()) + "@" + number(point.x);
        }
        line(1, "curve middle " + number(curve.middle) + " unit " + number(curve.unit, 3) + points);
    }

private:
    std::string& m_out;
    int m_depth;
};

void write_frame(MapLayout const& layout, std::size_t position, Writer writer) {
    Frame const& frame = layout.frames[position];
    writer.line(0, "frame " + std::to_string(position) + " journey " +
                       std::to_string(frame.journey.index()) + " level " +
                       std::to_string(frame.level) + " in " + std::to_string(frame.parent) + ":" +
                       std::to_string(frame.column) + " scale " + number(frame.scale, 4) + " " +
                       text_of(frame.rect));
    writer.line(1, "rail " + text_of(frame.rail));
    for (Lane const& lane : frame.lanes) {
        writer.line(1, "lane " + std::string(name_of(lane.role)) + " " + text_of(lane.rect) +
                           (lane.channel.empty() ? "" : " \"" + lane.channel + "\""));
    }
    for (std::size_t i = 0; i < frame.columns.size(); ++i)
        writer.column(i, frame.columns[i]);
    for (std::uint32_t i = frame.first_item; i < frame.first_item + frame.item_count; ++i) {
        Item const& item = layout.items[i];
        writer.line(1, "item " + std::to_string(i) + " touchpoint " +
                           std::to_string(item.touchpoint.index()) + " placement " +
                           std::to_string(item.placement.index()) + " column " +
                           std::to_string(item.column) + " " + text_of(item.rect));
    }
    for (CurveBand const& curve : layout.curves) {
        if (curve.frame == position) writer.curve(curve);
    }
}

}  // namespace

std::string dump(MapLayout const& layout) {
    std::string out;
    Writer top(out, 0);
    top.line(0, "map " + text_of(layout.bounds) + " frames " +
                    std::to_string(layout.frames.size()) + " items " +
                    std::to_string(layout.items.size()) + " connectors " +
                    std::to_string(layout.connectors.size()));
    std::vector<int> depths;
    for (std::size_t i = 0; i < layout.frames.size(); ++i) {
        std::int32_t const parent = layout.frames[i].parent;
        depths.push_back(parent < 0 ? 0 : depths[static_cast<std::size_t>(parent)] + 1);
        write_frame(layout, i, Writer(out, depths.back()));
    }
    for (Connector const& connector : layout.connectors) {
        std::string points;
        for (WorldPoint const point : connector.points) {
            points += " " + number(point.x) + "," + number(point.y);
        }
        top.line(0, "connector " + std::to_string(connector.from) + " -> " +
                        std::to_string(connector.to) + points);
    }
    return out;
}

}  // namespace layout
