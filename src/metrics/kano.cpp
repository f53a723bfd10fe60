#include "metrics/kano.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace metrics {

KanoClass kano_class(KanoAnswer functional, KanoAnswer dysfunctional) {
    bool const likes = functional == KanoAnswer::Like;
    bool const dislikes = functional == KanoAnswer::Dislike;
    if (dysfunctional == KanoAnswer::Like) {
        return likes ? KanoClass::Questionable : KanoClass::Reverse;
    }
    if (dysfunctional == KanoAnswer::Dislike) {
        if (dislikes) return KanoClass::Questionable;
        return likes ? KanoClass::OneDimensional : KanoClass::MustBe;
    }
    if (dislikes) return KanoClass::Reverse;
    return likes ? KanoClass::Attractive : KanoClass::Indifferent;
}

std::optional<KanoResult> kano_result(KanoCounts const& counts) {
    std::array const by_class{counts.must_be,     counts.one_dimensional, counts.attractive,
                              counts.indifferent, counts.reverse,         counts.questionable};
    auto const most = std::max_element(by_class.begin(), by_class.end());
    if (*most <= 0) return std::nullopt;
    KanoResult result;
    result.kano = static_cast<KanoClass>(std::distance(by_class.begin(), most));
    auto const a = static_cast<double>(counts.attractive);
    auto const o = static_cast<double>(counts.one_dimensional);
    auto const m = static_cast<double>(counts.must_be);
    double const all = a + o + m + static_cast<double>(counts.indifferent);
    if (all > 0) {
        result.better = (a + o) / all;
        result.worse = -(o + m) / all;
    }
    return result;
}

}  // namespace metrics
