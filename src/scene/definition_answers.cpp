#include "scene/definition_answers.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/room_answers.hpp"
#include "scene/definition.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

using metrics::AskedScale;

std::string answer_text(double value) {
    return number(value, value == std::floor(value) ? 0 : 1);
}

class AnswersWriter {
public:
    AnswersWriter(ChromeInput const& input, metrics::AskedAnswers const& answers)
        : m_in(input), m_answers(answers) {}

    DefinitionAnswers write() {
        m_out.heading = say(m_answers.classes.size() == 1 || m_answers.own_classes()
                                ? "define.answers.heading"
                                : "define.answers.heading-steps",
                            {answer_text(m_answers.lowest), answer_text(m_answers.highest)});
        bars();
        if (!m_answers.reversed) groups();
        fact("define.n", count_text(m_in.catalogue, "define.answers.n", m_answers.n));
        fact("define.period", m_answers.period ? long_period(m_in.catalogue, *m_answers.period)
                                               : word("define.not-given"));
        figure();
        return std::move(m_out);
    }

private:
    std::string word(char const* key) const { return std::string(m_in.catalogue.text(key)); }
    std::string say(char const* key, std::initializer_list<std::string_view> values) const {
        return m_in.catalogue.format(key, values);
    }
    void fact(char const* label, std::string value) {
        m_out.facts.push_back({word(label), std::move(value)});
    }

    void bars() {
        std::int64_t most = 1;
        for (auto const& each : m_answers.classes)
            most = std::max(most, each.count);
        for (auto const& each : m_answers.classes) {
            std::string label = answer_text(each.lowest);
            if (each.highest > each.lowest) label += "\u2013" + answer_text(each.highest);
            m_out.bars.push_back({std::move(label), base::grouped(each.count),
                                  static_cast<double>(each.count) / static_cast<double>(most),
                                  AnswerGroupKind::Middle});
        }
    }

    void group(char const* name, AnswerGroupKind kind, std::size_t first, std::size_t last) {
        std::int64_t count = 0;
        for (std::size_t i = first; i <= last; ++i) {
            count += m_answers.classes[i].count;
            m_out.bars[i].kind = kind;
        }
        bool const enough = m_answers.n >= metrics::least_answers;
        double const share = static_cast<double>(count) / static_cast<double>(m_answers.n);
        m_out.groups.push_back(
            {word(name), base::grouped(count), enough ? percent(share) : "", first, last, kind});
    }

    void groups() {
        switch (m_answers.scale) {
            case AskedScale::Recommend:
                group("define.answers.detractors", AnswerGroupKind::Low, 0, 6);
                group("define.answers.passives", AnswerGroupKind::Middle, 7, 8);
                group("define.answers.promoters", AnswerGroupKind::High, 9, 10);
                break;
            case AskedScale::Effort:
                group("define.answers.hard", AnswerGroupKind::Low, 0, 2);
                group("define.answers.neither", AnswerGroupKind::Middle, 3, 3);
                group("define.answers.easy", AnswerGroupKind::High, 4, 6);
                break;
            case AskedScale::Satisfaction:
                group("define.answers.others", AnswerGroupKind::Middle, 0, 2);
                group("define.answers.satisfied", AnswerGroupKind::High, 3, 4);
                break;
            case AskedScale::Other:
                break;
        }
    }

    // Without a scale that has a figure of its own, or turned about, the mean is all there is.
    void figure() {
        bool const few = m_answers.n < metrics::least_answers;
        AskedScale const scale = m_answers.reversed ? AskedScale::Other : m_answers.scale;
        switch (scale) {
            case AskedScale::Recommend:
                fact("define.answers.nps", few ? word("define.answers.too-few") : nps());
                return;
            case AskedScale::Effort:
                fact("define.answers.ces", few ? word("define.answers.too-few") : effort());
                return;
            case AskedScale::Satisfaction:
                fact("define.answers.csat", few ? word("define.answers.too-few") : csat());
                return;
            case AskedScale::Other:
                break;
        }
        fact("define.answers.mean",
             few ? word("define.answers.too-few")
                 : say(m_answers.reversed ? "define.answers.mean-reversed"
                                          : "define.answers.mean-value",
                       {number(m_answers.mean, 2), answer_text(m_answers.lowest),
                        answer_text(m_answers.highest)}));
    }

    static std::string whole_points(double points) {
        return signed_count(std::llround(std::clamp(points, -100.0, 100.0)));
    }
    std::string nps() const {
        auto const figure = metrics::net_promoters(metrics::nps_counts(m_answers));
        if (!figure) return word("define.answers.too-few");
        return say("define.answers.nps-value",
                   {whole_points(figure->points), whole_points(figure->points - figure->reach()),
                    whole_points(figure->points + figure->reach())});
    }
    std::string csat() const {
        auto const figure = metrics::csat(metrics::counts_of<5>(m_answers));
        if (!figure) return word("define.answers.too-few");
        return say("define.answers.csat-value",
                   {percent(figure->share), number(figure->interval.lower * 100, 1),
                    number(figure->interval.upper * 100, 1)});
    }
    std::string effort() const {
        auto const figure = metrics::customer_effort(metrics::counts_of<7>(m_answers));
        if (!figure) return word("define.answers.too-few");
        return say("define.answers.ces-value",
                   {number(figure->mean, 2), percent(figure->easy_5_to_7),
                    percent(figure->easy_6_or_7), whole_points(figure->net)});
    }

    ChromeInput const& m_in;
    metrics::AskedAnswers const& m_answers;
    DefinitionAnswers m_out;
};

}  // namespace

std::optional<DefinitionAnswers> answers_of(ChromeInput const& input,
                                            model::TouchpointId touchpoint) {
    auto const answers =
        metrics::asked_answers(input.room, input.index, touchpoint, input.view.period);
    if (!answers) return std::nullopt;
    return AnswersWriter(input, *answers).write();
}

}  // namespace scene
