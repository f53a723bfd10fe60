#include "exchange/survey_map.hpp"

#include <set>

#include "exchange/map_file.hpp"

namespace exchange {
namespace {

class Reader {
public:
    Reader(MapFile& file, model::Room const& outline)
        : m_file(file), m_json(*file.json()), m_outline(outline) {}

    SurveyMap read() {
        JsonValue const& root = m_json.root();
        m_json.warn_of_unknown_members(root, {"scale", "missing", "overall", "touchpoints",
                                              "period", "where", "source", "separator"});
        SurveyMap map;
        map.missing = missing(root);
        map.where = where(root);
        map.period = m_file.period(root);
        map.source = m_file.source(root);
        map.separators = m_file.separators(root, map.separators);
        if (JsonValue const* const overall = m_json.member(root, "overall", JsonKind::Object)) {
            m_json.warn_of_unknown_members(*overall,
                                           {"column", "scale", "values", "reversed", "where"});
            map.overall = question(root, *overall);
        }
        JsonValue const* const list = m_json.member(root, "touchpoints", JsonKind::Array);
        if (list == nullptr || list->items.empty()) {
            m_json.error(list != nullptr ? *list : root,
                         "no touchpoints; list the columns that ask about one, as in "
                         "{\"column\": \"Q1\", \"touchpoint\": \"T1\"}");
            return map;
        }
        for (JsonValue const& item : list->items) {
            if (item.kind == JsonKind::Object) {
                map.questions.push_back(touchpoint_question(root, item));
            } else {
                m_json.error(item, "each item of touchpoints is an object");
            }
        }
        return map;
    }

private:
    std::vector<std::string> missing(JsonValue const& root) {
        std::vector<std::string> texts;
        JsonValue const* const list = m_json.member(root, "missing", JsonKind::Array);
        if (list == nullptr) return texts;
        for (JsonValue const& item : list->items) {
            if (item.kind == JsonKind::Text || item.kind == JsonKind::Number) {
                texts.push_back(item.kind == JsonKind::Text ? item.text : canonical_json(item));
            } else {
                m_json.error(item, "each item of missing is a text, as it stands in the cell");
            }
        }
        return texts;
    }

    std::vector<SurveyFilter> where(JsonValue const& object) {
        std::vector<SurveyFilter> filters;
        JsonValue const* const given = m_json.member(object, "where", JsonKind::Object);
        if (given == nullptr) return filters;
        for (JsonMember const& member : given->members) {
            SurveyFilter filter{member.name, {}};
            if (member.value.kind == JsonKind::Text) {
                filter.texts.push_back(member.value.text);
            } else {
                filter.texts = m_json.texts(*given, member.name);
            }
            filters.push_back(std::move(filter));
        }
        return filters;
    }

    SurveyQuestion question(JsonValue const& root, JsonValue const& object) {
        SurveyQuestion question;
        question.column = m_json.needed_text(object, "column");
        JsonValue const* scale = m_json.member(object, "scale", JsonKind::Array);
        if (scale == nullptr) scale = m_json.member(root, "scale", JsonKind::Array);
        read_scale(object, scale, question);
        if (JsonValue const* const reversed = m_json.member(object, "reversed", JsonKind::Bool)) {
            question.reversed = reversed->boolean;
        }
        if (JsonValue const* const values = m_json.member(object, "values", JsonKind::Object)) {
            read_values(*values, question);
        }
        question.where = where(object);
        return question;
    }

    void read_scale(JsonValue const& object, JsonValue const* scale, SurveyQuestion& question) {
        bool const good = scale != nullptr && scale->items.size() == 2 &&
                          scale->items[0].kind == JsonKind::Number &&
                          scale->items[1].kind == JsonKind::Number &&
                          scale->items[0].number < scale->items[1].number;
        if (good) {
            question.lowest = scale->items[0].number;
            question.highest = scale->items[1].number;
            return;
        }
        m_json.error(
            scale != nullptr ? *scale : object,
            "a scale is the lowest and the highest answer, as in [1, 5]; say \"reversed\": "
            "true where the lowest is the best");
    }

    void read_values(JsonValue const& values, SurveyQuestion& question) {
        for (JsonMember const& member : values.members) {
            bool const number = member.value.kind == JsonKind::Number;
            if (number && member.value.number >= question.lowest &&
                member.value.number <= question.highest) {
                question.values.emplace_back(member.name, member.value.number);
            } else {
                m_json.error(member.value, "the value of " + in_quotes(member.name) +
                                               " must be a number on the scale");
            }
        }
    }

    SurveyQuestion touchpoint_question(JsonValue const& root, JsonValue const& object) {
        m_json.warn_of_unknown_members(
            object, {"column", "touchpoint", "stage", "scale", "values", "reversed", "where"});
        SurveyQuestion made = question(root, object);
        made.touchpoint = m_file.touchpoint(object);
        made.stage = m_json.text(object, "stage");
        if (made.stage.empty()) made.stage = stage_in_room(made.touchpoint);
        if (made.touchpoint && !m_seen.insert(made.touchpoint).second) {
            m_json.error(object.member("touchpoint")->value,
                         "the touchpoint has a column already; map each touchpoint once");
        }
        return made;
    }

    // Where the touchpoint stands in the life cycle.
    std::string stage_in_room(model::TouchpointId touchpoint) const {
        model::JourneyId const life = model::life_cycle(m_outline);
        for (model::Placement const& placement : m_outline.placements) {
            if (placement.touchpoint == touchpoint && placement.journey == life)
                return m_outline.at(placement.stage).key;
        }
        return {};
    }

    MapFile& m_file;
    JsonFile& m_json;
    model::Room const& m_outline;
    std::set<model::TouchpointId> m_seen;
};

}  // namespace

SurveyMapResult read_survey_map(LoadedFile const& file, std::filesystem::path const& shown_as,
                                model::Room const& outline) {
    MapFile map_file(file, shown_as, outline);
    SurveyMapResult result;
    std::optional<SurveyMap> map;
    if (map_file.json() != nullptr) map = Reader(map_file, outline).read();
    result.problems = map_file.problems().first();
    result.problem_count = map_file.problems().error_count();
    if (result.problem_count == 0) result.map = std::move(map);
    return result;
}

}  // namespace exchange
