#include "exchange/bench_scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "exchange/bench_file.hpp"
#include "exchange/json_reader.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

namespace rj = rapidjson;

constexpr std::size_t max_touchpoints = 1'000'000;
constexpr std::size_t max_channels = 1000;

enum class Section {
    Other,
    Format,
    Version,
    N,
    Seed,
    StagesPerRow,
    Layout,
    Bounds,
    ChannelColours,
    Stages,
    Touchpoints,
    Links,
    Emotion
};

struct SectionName {
    std::string_view name;
    Section section;
};

constexpr std::array<SectionName, 12> section_names = {{{"format", Section::Format},
                                                        {"version", Section::Version},
                                                        {"n", Section::N},
                                                        {"seed", Section::Seed},
                                                        {"stagesPerRow", Section::StagesPerRow},
                                                        {"layout", Section::Layout},
                                                        {"bounds", Section::Bounds},
                                                        {"channelColours", Section::ChannelColours},
                                                        {"stages", Section::Stages},
                                                        {"touchpoints", Section::Touchpoints},
                                                        {"links", Section::Links},
                                                        {"emotion", Section::Emotion}}};

// The members of list items, whatever the list: an item collects them and becomes a struct at its
// end.
enum Field : std::size_t {
    Id,
    Stage,
    Lane,
    Col,
    Row,
    Column,
    From,
    To,
    Value,
    Reliability,
    Differentiation,
    NumberCount
};
constexpr std::array<std::string_view, NumberCount> number_fields = {
    "id",    "stage",       "lane",           "col", "row", "column", "from", "to",
    "value", "reliability", "differentiation"};
enum TextField : std::size_t { Name, Title, Description, Channel, TextCount };
constexpr std::array<std::string_view, TextCount> text_fields = {"name", "title", "description",
                                                                 "channel"};

struct LayoutField {
    std::string_view name;
    double BenchLayout::* member;
};
constexpr std::array<LayoutField, 11> layout_fields = {
    {{"cardW", &BenchLayout::card_w},
     {"cardH", &BenchLayout::card_h},
     {"radius", &BenchLayout::radius},
     {"colPitch", &BenchLayout::col_pitch},
     {"lanePitch", &BenchLayout::lane_pitch},
     {"stagePitchX", &BenchLayout::stage_pitch_x},
     {"stagePitchY", &BenchLayout::stage_pitch_y},
     {"headerH", &BenchLayout::header_h},
     {"emotionY", &BenchLayout::emotion_y},
     {"emotionH", &BenchLayout::emotion_h},
     {"lanesY", &BenchLayout::lanes_y}}};

struct Item {
    std::array<double, NumberCount> numbers{};
    std::array<std::string, TextCount> texts;
    unsigned numbers_seen = 0;
    unsigned texts_seen = 0;
};

template <std::size_t Count>
std::size_t index_of(std::array<std::string_view, Count> const& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

bool is_list(Section section) {
    return section >= Section::Stages;
}

class SceneBuilder {
public:
    explicit SceneBuilder(rj::MemoryStream const& stream) : m_stream(stream) {}

    BenchScene take() { return std::move(m_scene); }
    std::string const& problem() const { return m_problem; }
    std::size_t problem_offset() const { return m_problem_offset; }

    bool Null() { return true; }
    bool Bool(bool) { return true; }
    bool RawNumber(char const* digits, rj::SizeType length, bool) {
        auto const value = parse_number({digits, length});
        return value ? number(*value)
                     : refuse(m_stream.Tell() - length,
                              "a number too large to be kept; write a smaller one");
    }
    // Numbers come as text only: RapidJSON's own conversion shifts by an undefined count for 0e77.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }
    bool String(char const* text, rj::SizeType length, bool) { return text_value({text, length}); }

    bool StartObject() {
        if (++m_depth == 3 && is_list(m_section)) {
            m_item = {};
            m_item_offset = m_stream.Tell() - 1;
        }
        return depth_allowed();
    }
    bool EndObject(rj::SizeType) {
        bool const item_ends = m_depth-- == 3 && is_list(m_section);
        return !item_ends || add_item();
    }
    bool StartArray() {
        ++m_depth;
        return depth_allowed();
    }
    bool EndArray(rj::SizeType) {
        --m_depth;
        return true;
    }
    bool Key(char const* text, rj::SizeType length, bool) {
        m_key.assign(text, length);
        if (m_depth != 1) return true;
        m_section = Section::Other;
        for (SectionName const& known : section_names) {
            if (known.name == m_key) m_section = known.section;
        }
        return true;
    }

private:
    bool refuse(std::size_t offset, std::string text) {
        m_problem = std::move(text);
        m_problem_offset = offset;
        return false;
    }
    bool depth_allowed() {
        return m_depth <= static_cast<int>(max_json_depth) ||
               refuse(m_stream.Tell() - 1, "nested deeper than 64 levels; make it flatter");
    }

    bool number(double value) {
        if (m_depth == 1) return root_number(value);
        if (m_depth == 2 && m_section == Section::Layout) {
            for (LayoutField const& field : layout_fields) {
                if (field.name == m_key) m_scene.layout.*field.member = value;
            }
        }
        if (m_depth == 2 && m_section == Section::Bounds) {
            if (m_key == "x") m_scene.bounds.x = value;
            if (m_key == "y") m_scene.bounds.y = value;
            if (m_key == "w") m_scene.bounds.w = value;
            if (m_key == "h") m_scene.bounds.h = value;
        }
        if (m_depth == 3 && is_list(m_section)) {
            std::size_t const field = index_of(number_fields, m_key);
            if (field == NumberCount) return true;
            m_item.numbers[field] = value;
            m_item.numbers_seen |= 1U << field;
        }
        return true;
    }

    bool root_number(double value) {
        bool const whole = value >= 0 && value <= 4e9 && value == std::floor(value);
        bool const wanted = m_section == Section::N || m_section == Section::Seed ||
                            m_section == Section::StagesPerRow || m_section == Section::Version;
        if (wanted && !whole) return refuse(m_stream.Tell(), m_key + " must be a whole number");
        if (m_section == Section::Version && value != 1) {
            return refuse(m_stream.Tell(),
                          "the scene has a version that is not known; version 1 is");
        }
        if (m_section == Section::N) m_scene.n = static_cast<std::uint32_t>(value);
        if (m_section == Section::Seed) m_scene.seed = static_cast<std::uint32_t>(value);
        if (m_section == Section::StagesPerRow) {
            m_scene.stages_per_row = std::max(1, static_cast<int>(std::min(value, 1e6)));
        }
        return true;
    }

    bool text_value(std::string_view value) {
        if (m_depth == 1 && m_section == Section::Format) {
            if (value == "journey-bench-scene") return m_format_seen = true;
            return refuse(m_stream.Tell(), "the format is not journey-bench-scene");
        }
        if (m_depth == 2 && m_section == Section::ChannelColours) {
            if (m_scene.channel_colours.size() == max_channels) {
                return refuse(m_stream.Tell(), "more than 1000 channels");
            }
            m_scene.channel_colours.emplace_back(m_key, value);
        }
        if (m_depth == 3 && is_list(m_section)) {
            std::size_t const field = index_of(text_fields, m_key);
            if (field == TextCount) return true;
            if (!character_problem(value).empty() || value.size() > max_json_text_bytes) {
                return refuse(m_item_offset, m_key + " holds control characters or is too long");
            }
            m_item.texts[field] = value;
            m_item.texts_seen |= 1U << field;
        }
        return true;
    }

    // The number as a position; what is no whole number of 0 or more is refused.
    bool has(std::initializer_list<Field> numbers, std::initializer_list<TextField> texts) {
        for (Field const field : numbers) {
            bool const there = (m_item.numbers_seen & 1U << field) != 0;
            bool const may_break =
                field == Value || field == Reliability || field == Differentiation;
            double const value = m_item.numbers[field];
            bool const whole = value >= 0 && value <= 1e9 && value == std::floor(value);
            if (there && (may_break || whole)) continue;
            return refuse(m_item_offset,
                          "this item needs \"" + std::string(number_fields[field]) +
                              (may_break ? "\", a number" : "\", a whole number from 0"));
        }
        for (TextField const field : texts) {
            if ((m_item.texts_seen & 1U << field) != 0) continue;
            return refuse(m_item_offset,
                          "this item needs \"" + std::string(text_fields[field]) + "\", a text");
        }
        return true;
    }
    std::uint32_t position(Field field) const {
        return static_cast<std::uint32_t>(m_item.numbers[field]);
    }
    int whole(Field field) const { return static_cast<int>(m_item.numbers[field]); }

    bool add_item() {
        switch (m_section) {
            case Section::Stages:
                if (!has({Row, Column}, {Name})) return false;
                m_scene.stages.push_back(
                    {std::move(m_item.texts[Name]), whole(Row), whole(Column)});
                return true;
            case Section::Touchpoints:
                return add_touchpoint();
            case Section::Links:
                if (!has({From, To}, {})) return false;
                m_scene.links.push_back({position(From), position(To)});
                return true;
            case Section::Emotion:
                if (!has({Stage, Col, Value}, {})) return false;
                m_scene.emotion.push_back({position(Stage), whole(Col), m_item.numbers[Value]});
                return true;
            default:
                return true;
        }
    }

    bool add_touchpoint() {
        if (!has({Id, Stage, Lane, Col, Reliability, Differentiation},
                 {Title, Description, Channel})) {
            return false;
        }
        if (m_scene.touchpoints.size() == max_touchpoints) {
            return refuse(m_item_offset, "more than a million touchpoints");
        }
        if (position(Id) != m_scene.touchpoints.size()) {
            return refuse(m_item_offset, "the id of a touchpoint is its position, counted from 0");
        }
        m_scene.touchpoints.push_back(
            {position(Stage), whole(Lane), whole(Col), std::move(m_item.texts[Title]),
             std::move(m_item.texts[Description]), std::move(m_item.texts[Channel]),
             m_item.numbers[Reliability], m_item.numbers[Differentiation]});
        return true;
    }

    rj::MemoryStream const& m_stream;
    BenchScene m_scene;
    int m_depth = 0;
    Section m_section = Section::Other;
    std::string m_key;
    Item m_item;
    std::size_t m_item_offset = 0;
    bool m_format_seen = false;
    std::string m_problem;
    std::size_t m_problem_offset = 0;
};

// What the parts of a scene say about each other; empty when that holds.
std::string scene_problem(BenchScene const& scene) {
    if (scene.stages.empty() || scene.touchpoints.empty()) {
        return "the scene has no stages or no touchpoints; a scene has both";
    }
    if (scene.bounds.w <= 0 || scene.bounds.h <= 0) return "the scene's bounds have no size";
    std::size_t const stages = scene.stages.size();
    std::size_t const touchpoints = scene.touchpoints.size();
    for (BenchTouchpoint const& t : scene.touchpoints) {
        if (t.stage >= stages) return "a touchpoint stands in a stage that is not there";
    }
    for (BenchLink const& link : scene.links) {
        if (link.from >= touchpoints || link.to >= touchpoints) {
            return "a link names a touchpoint that is not there";
        }
    }
    for (BenchEmotion const& emotion : scene.emotion) {
        if (emotion.stage >= stages) return "an emotion stands in a stage that is not there";
    }
    return {};
}

}  // namespace

BenchResult<BenchScene> read_bench_scene_text(std::string_view bytes, std::string const& shown_as) {
    if (auto const fault = text_file_fault(bytes)) {
        return refused<BenchScene>(shown_as, fault->place, fault->text);
    }
    std::string_view const body = without_byte_order_mark(bytes);
    rj::MemoryStream stream(body.data(), body.size());
    SceneBuilder builder(stream);
    rj::Reader reader;
    // Recursive, as it is faster; the builder stops it at the depth that is allowed.
    rj::ParseResult const result = reader.Parse<rj::kParseNumbersAsStringsFlag>(stream, builder);
    if (!builder.problem().empty()) {
        return refused<BenchScene>(shown_as, place_of(body, builder.problem_offset()),
                                   builder.problem());
    }
    if (result.IsError()) {
        return refused<BenchScene>(
            shown_as, place_of(body, result.Offset()),
            "not valid JSON: " + std::string(rj::GetParseError_En(result.Code())));
    }
    BenchScene scene = builder.take();
    std::string problem = scene_problem(scene);
    if (!problem.empty()) return refused<BenchScene>(shown_as, {1, 1}, std::move(problem));
    return {std::move(scene), std::nullopt};
}

BenchResult<BenchScene> read_bench_scene(std::filesystem::path const& file) {
    return read_bench_file<BenchScene>(file, read_bench_scene_text);
}

}  // namespace exchange
