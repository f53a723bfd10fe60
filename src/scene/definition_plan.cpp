#include "scene/definition_plan.hpp"

#include <algorithm>

#include "scene/definition.hpp"
#include "scene/detail.hpp"
#include "scene/word_cut.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double title_cap = 12.5;
constexpr double body_cap = 8;
constexpr double fact_cap = 7.4;
constexpr double row_cap = 6.8;
constexpr double width_mm = 448;
constexpr double padding = 24;
constexpr double margin = 12;
constexpr double cross_mm = 44;
constexpr double old_sign_em = 1.3;
constexpr double label_share = 0.2;  // of the width
constexpr double column_gap_em = 1.6;
constexpr double row_air_em = 0.14;
constexpr double bars_mm[] = {46, 32, 20};  // the tallest bar, as there is room
constexpr double widest_step_mm = 54;       // from bar to bar
constexpr double bar_share = 0.62;          // of the step
constexpr double least_name_share = 0.3;    // the first column keeps this much of the width

class DefinitionPlanner {
public:
    DefinitionPlanner(ChromeInput const& input, OpenDefinition const& open,
                      BlockHeight const& height_of)
        : m_in(input),
          m_height_of(height_of),
          m_first_row(open.first_row),
          m_unit(chrome_unit(input.view.size, input.physical)),
          m_says(definition_of(input, open.figure)) {
        // On a small panel the smallest capitals keep the size that can be read.
        double const least = row_cap * input.physical.hand_type * m_unit / input.physical.px_per_mm;
        m_type = input.physical.hand_type * std::max(1.0, smallest_cap_mm / least);
        double const m = margin * m_unit;
        m_area = {m, m, input.view.size.w - 2 * m,
                  map_viewport(input.view.size, input.physical).bottom() - 2 * m};
        m_wide = std::min(width_mm * m_unit * m_type, m_area.w);
        m_width = m_wide - 2 * padding * m_unit;
        m_y = padding * m_unit;
        m_most = m_area.h - (padding - 6) * m_unit;
    }

    DefinitionPlan plan(ScreenPoint at) {
        head();
        for (DefinitionFact const& fact : m_says.facts)
            add_fact(fact);
        if (m_says.answers) answers(*m_says.answers);
        if (!m_says.rows.empty()) {
            break_rows();
            rows();
        }
        double const high = std::min(m_area.h, m_y + (padding - 6) * m_unit);
        ScreenPoint const place = place_card(at, {m_wide, high}, m_area);
        m_plan.paper = {place.x, place.y, m_wide, high};
        for (CardText& text : m_plan.texts)
            move(text.rect, place);
        for (ScreenRect& rule : m_plan.rules)
            move(rule, place);
        for (ScreenRect& sign : m_plan.old_signs)
            move(sign, place);
        for (AnswerBox& bar : m_plan.bars)
            move(bar.rect, place);
        for (AnswerBox& bracket : m_plan.brackets)
            move(bracket.rect, place);
        if (!m_plan.next.empty()) move(m_plan.next, place);
        double const side = cross_mm * m_unit;
        m_plan.cross = {place.x + m_wide - side - 8 * m_unit, place.y + 8 * m_unit, side, side};
        return std::move(m_plan);
    }

private:
    double size(double cap) const { return layout::font_size_for_cap(cap) * m_unit * m_type; }
    double left() const { return padding * m_unit; }
    static void move(ScreenRect& rect, ScreenPoint by) {
        rect.x += by.x;
        rect.y += by.y;
    }

    // Returns the height of the paragraph, which stands at m_y.
    double text(CardText look, double x, double wide) {
        if (look.text.empty()) return 0;
        double const height =
            m_height_of(look.text, {wide / look.size, look.lines, look.share, look.weight}) *
            look.size;
        look.rect = {x, m_y, wide, height};
        m_plan.texts.push_back(std::move(look));
        return height;
    }

    void head() {
        double const keep = cross_mm * m_unit;
        m_y += text({Role::Title,
                     m_says.title,
                     size(title_cap),
                     true,
                     Weight::SemiBold,
                     2,
                     0.8,
                     {},
                     Align::Left},
                    left(), m_width - keep);
        m_y += text({Role::Subtitle,
                     m_says.subject,
                     size(body_cap),
                     false,
                     Weight::Regular,
                     2,
                     0.8,
                     {},
                     Align::Left},
                    left(), m_width - keep);
        m_y += 9 * m_unit;
        m_y += text({Role::Promise,
                     m_says.formula,
                     size(body_cap),
                     true,
                     Weight::Regular,
                     8,
                     0.8,
                     {},
                     Align::Left},
                    left(), m_width);
        m_y += 9 * m_unit;
    }

    void add_fact(DefinitionFact const& fact) {
        double const s = size(fact_cap);
        double const label = m_width * label_share;
        CardText look{Role::Label, fact.label, s, false, Weight::Regular, 1, 0.7, {}, Align::Left};
        double const name = text(look, left(), label - s * 0.4);
        look = {Role::Figure, fact.value, s, true, Weight::Medium, 4, 0.8, {}, Align::Left};
        double below = name;
        double const sign = fact.old ? s * old_sign_em : 0;
        if (fact.old) {
            double const side = s * 0.95;
            double const middle = m_y + s * (layout::ascent_em - layout::cap_height_em / 2);
            m_plan.old_signs.push_back({left() + label, middle - side / 2, side, side});
        }
        if (fact.lines <= look.lines) {
            below = std::max(name, text(look, left() + label + sign, m_width - label - sign));
        } else {
            // A long one takes what height the rows leave it; what has no room goes on below the
            // last row.
            double const beside = m_width - label;
            double const most = m_most - rows_reserve();
            int const room = static_cast<int>((most - m_y) / (s * layout::line_height_em));
            look.lines = std::clamp(room, look.lines, fact.lines);
            look.share = 0.7;
            if (!m_says.rows.empty()) look.text = begun(fact.value, look.lines, beside / s);
            below = std::max(name, text(look, left() + label, beside));
        }
        m_y += below + 1.5 * m_unit;
    }

    // Room that a long fact leaves for the rows, of which the others can be paged to.
    double rows_reserve() const {
        constexpr std::size_t few = 12;
        if (m_says.rows.empty()) return 0;
        double const line = size(row_cap) * (layout::line_height_em + row_air_em);
        return 18 * m_unit + line * static_cast<double>(std::min(few, m_says.rows.size()) + 2);
    }

    // As many words as surely fit into the lines; the rest becomes rows.
    std::string begun(std::string const& words, int lines, double wide_em) {
        constexpr double ragged = 0.9;  // lines end before the edge
        auto const [first, rest] =
            cut_words(m_in.measure, words, {ragged * lines * wide_em, Weight::Medium});
        if (rest.empty()) return words;
        m_says.rows.push_back({std::string(rest)});
        return m_in.catalogue.format("define.goes-on", {first});
    }

    // Rows of words alone take as many lines as they need, each a row that can be paged to.
    void break_rows() {
        std::vector<std::vector<std::string>> broken;
        for (auto& row : m_says.rows) {
            if (row.size() > 1) {
                broken.push_back(std::move(row));
                continue;
            }
            if (row.empty()) continue;
            for (std::string& line : word_lines(m_in.measure, row[0],
                                                {0.97 * m_width / size(row_cap), Weight::Regular}))
                broken.push_back({std::move(line)});
        }
        m_says.rows = std::move(broken);
    }

    // All of it or nothing: a figure never stands without the answers that it is read from.
    void answers(DefinitionAnswers const& says) {
        DefinitionPlan const before = m_plan;
        double const top = m_y;
        for (double const tall : bars_mm) {
            answers_at(says, tall * m_unit * m_type);
            if (m_y + rows_need() <= m_most || (tall == bars_mm[2] && m_y <= m_most)) return;
            m_plan = before;
            m_y = top;
        }
    }

    void answers_at(DefinitionAnswers const& says, double tall) {
        double const s = size(row_cap);
        m_y += 6 * m_unit;
        m_plan.rules.push_back({left(), m_y, m_width, 1});
        m_y += 6 * m_unit;
        m_y += text(
            {Role::Name, says.heading, size(fact_cap), true, Weight::Medium, 2, 1, {}, Align::Left},
            left(), m_width);
        m_y += 4 * m_unit;
        double const step = std::min(m_width / static_cast<double>(says.bars.size()),
                                     widest_step_mm * m_unit * m_type);
        double const axis = m_y + s * layout::line_height_em + tall;
        for (std::size_t i = 0; i < says.bars.size(); ++i)
            bar(says.bars[i], {left() + step * static_cast<double>(i), axis, step, tall});
        m_plan.rules.push_back({left(), axis, step * static_cast<double>(says.bars.size()), 1});
        m_y = axis + 1.5 * m_unit + s * layout::line_height_em;
        if (!says.groups.empty()) groups(says, step);
        m_y += 5 * m_unit;
        for (DefinitionFact const& fact : says.facts)
            add_fact(fact);
    }

    // `at`: the step on the axis, with the height of the tallest bar.
    void bar(AnswerBar const& says, ScreenRect at) {
        double const high = at.h * says.share;
        if (high > 0) {
            double const wide = at.w * bar_share;
            double const seen = std::max(1.0, high);
            m_plan.bars.push_back({{at.x + (at.w - wide) / 2, at.y - seen, wide, seen}, says.kind});
        }
        m_y = at.y - high - size(row_cap) * layout::line_height_em;
        in_step(says.count, at, true);
        m_y = at.y + 1.5 * m_unit;
        in_step(says.label, at, false);
    }

    bool fits(std::string const& words, double wide) const {
        double const s = size(row_cap);
        return m_in.measure.width_em(words, Weight::Regular) * s <= wide - s * 0.3;
    }

    // Left out where it has no room; its bar stays.
    void in_step(std::string const& words, ScreenRect const& step, bool ink) {
        if (!fits(words, step.w)) return;
        text({Role::Measure, words, size(row_cap), ink, Weight::Regular, 1, 1, {}, Align::Centre},
             step.x, step.w);
    }

    // Under the bars of each group its bracket, its name, and what it adds up to.
    void groups(DefinitionAnswers const& says, double step) {
        double const line = size(row_cap) * layout::line_height_em;
        double const top = m_y + 1.5 * m_unit;
        for (AnswerGroup const& group : says.groups) {
            double const x = left() + step * static_cast<double>(group.first);
            double const wide = step * static_cast<double>(group.last - group.first + 1);
            double const air = step * (1 - bar_share) / 2;
            m_plan.brackets.push_back({{x + air, top, wide - 2 * air, 2.4 * m_unit}, group.kind});
            ScreenRect const at{x, top, wide, line};
            m_y = top + 4.5 * m_unit;
            in_step(group.name, at, true);
            m_y += line;
            std::string const both =
                group.share.empty() ? group.count : group.count + " \u00B7 " + group.share;
            in_step(fits(both, wide) ? both : group.count, at, false);
        }
        m_y = top + 4.5 * m_unit + 2 * line;
    }

    // What rows() asks for at least, with all of its rows on one line.
    double rows_need() const {
        double const line = size(row_cap) * (layout::line_height_em + row_air_em);
        return m_says.rows.empty()
                   ? 0
                   : 12 * m_unit + line * static_cast<double>(m_says.rows.size() + 1);
    }

    std::vector<double> column_widths(double s) const {
        std::vector<double> widths(m_says.columns.size(), 0);
        for (std::size_t c = 1; c < widths.size(); ++c) {
            widths[c] = m_in.measure.width_em(m_says.columns[c], Weight::Regular) * s;
            for (auto const& row : m_says.rows) {
                if (c < row.size())
                    widths[c] =
                        std::max(widths[c], m_in.measure.width_em(row[c], Weight::Regular) * s);
            }
            widths[c] += column_gap_em * s;
        }
        return widths;
    }

    double row(std::vector<std::string> const& cells, std::vector<double> const& widths, double s,
               bool ink) {
        double rest = m_width;
        double right = left() + m_width;
        double high = 0;
        for (std::size_t c = cells.size(); c-- > 1;) {
            double const wide = widths[c] - column_gap_em * s * 0.4;
            high = std::max(
                high,
                text({Role::Measure, cells[c], s, ink, Weight::Regular, 1, 1, {}, Align::Right},
                     right - wide, wide));
            right -= widths[c];
            rest -= widths[c];
        }
        return std::max(
            high, text({Role::Name, cells[0], s, ink, Weight::Regular, 2, 0.8, {}, Align::Left},
                       left(), rest));
    }

    double row_height(std::vector<std::string> const& cells, double rest, double s) const {
        return std::max(layout::line_height_em,
                        m_height_of(cells[0], {rest / s, 2, 0.8, Weight::Regular})) *
               s;
    }

    void rows() {
        double s = size(row_cap);
        std::vector<double> widths = column_widths(s);
        double all = 0;
        for (double const wide : widths)
            all += wide;
        double const fit = m_width * (1 - least_name_share) / std::max(1.0, all);
        if (fit < 1) {
            s *= fit;
            for (double& wide : widths)
                wide *= fit;
            all *= fit;
        }
        double const line = s * layout::line_height_em;
        if (m_y + 10 * m_unit + line * 3 > m_most) return;
        m_y += 8 * m_unit;
        m_plan.rules.push_back({left(), m_y, m_width, 1});
        m_y += 4 * m_unit;
        m_y += row(m_says.columns, widths, s, false);
        std::size_t const count = m_says.rows.size();
        std::size_t const first = m_first_row < count ? m_first_row : 0;
        double const pager = line;
        std::size_t next = first;
        for (; next < count; ++next) {
            auto const& cells = m_says.rows[next];
            bool const whole = first == 0 && next + 1 == count;
            double const high = row_height(cells, m_width - (cells.size() > 1 ? all : 0), s);
            if (m_y + high + row_air_em * s + (whole ? 0 : pager) > m_most) break;
            m_y += row(cells, widths, s, true) + row_air_em * s;
        }
        if (first > 0 || next < count) page({first, next}, s);
    }

    struct RowRange {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    // Which rows these are, and the way to the next ones; after the last, to the first.
    void page(RowRange shown, double s) {
        std::size_t const count = m_says.rows.size();
        // A row that has no room even alone is passed over.
        std::size_t const next = std::max(shown.end, shown.first + 1);
        bool const more = next < count;
        double const top = m_y;
        std::string const words = m_in.catalogue.format(
            more ? "define.rows-next" : "define.rows-first",
            {std::to_string(shown.first + 1), std::to_string(std::max(shown.end, next)),
             std::to_string(count)});
        m_y += text({Role::Source, words, s, true, Weight::SemiBold, 1, 0.8, {}, Align::Left},
                    left(), m_width);
        // As high a target as the card's foot allows.
        m_plan.next = {0, top - 4 * m_unit, m_wide, m_y - top + (padding - 2) * m_unit};
        m_plan.next_row = more ? next : 0;
    }

    ChromeInput const& m_in;
    BlockHeight const& m_height_of;
    std::size_t m_first_row;
    double m_unit;
    Definition m_says;
    DefinitionPlan m_plan;
    ScreenRect m_area;
    double m_type = 1;
    double m_wide = 0;
    double m_width = 0;
    double m_y = 0;  // below the card's top
    double m_most = 0;
};

}  // namespace

DefinitionPlan plan_definition(ChromeInput const& input, OpenDefinition const& open,
                               BlockHeight const& height_of) {
    return DefinitionPlanner(input, open, height_of).plan(open.at);
}

}  // namespace scene
