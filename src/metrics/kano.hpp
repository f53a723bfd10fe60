// Kano's classes (Kano 1984): what a feature is to customers, from paired survey answers.
// Knows nothing of rooms. The classes a pack brings are mapped onto these by the room figures.
#pragma once

#include <cstdint>
#include <optional>

namespace metrics {

enum class KanoClass { MustBe, OneDimensional, Attractive, Indifferent, Reverse, Questionable };
enum class KanoAnswer { Like, MustBe, Neutral, LiveWith, Dislike };

// The answers to "how if it is there?" (functional) and "how if it is not?" (dysfunctional).
KanoClass kano_class(KanoAnswer functional, KanoAnswer dysfunctional);

struct KanoCounts {
    std::int64_t must_be = 0, one_dimensional = 0, attractive = 0, indifferent = 0;
    std::int64_t reverse = 0, questionable = 0;
};

struct KanoResult {
    KanoClass kano =
        KanoClass::Indifferent;    // the most frequent; ties: the earlier of M, O, A, I, R, Q
    std::optional<double> better;  // what having it adds, 0..1
    std::optional<double> worse;   // what lacking it costs, -1..0
};

// Empty when nobody answered.
std::optional<KanoResult> kano_result(KanoCounts const& counts);

}  // namespace metrics
