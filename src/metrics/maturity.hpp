// How far a company has come: five competencies, each from answers 1 to 5 with a behaviour at every
// level. Our own convention, as no standard exists. Groups weigh equally and their spread is shown,
// because a few distant raters mislead. Also what a lesson gave. Answers in, index out.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace metrics {

enum class MaturityBand { Commit, UniteAndBuild, Embed, Mature, Elevate };
std::string_view word(MaturityBand band);

// 0-20, -40, -60, -80, -100; an index on an edge belongs to the higher band.
MaturityBand band_of(double index);

struct Maturity {
    std::vector<double> competencies;  // 0..100
    double index = 0;                  // their mean
    double weakest = 0;
    // Of the index, at most one band above the weakest competency.
    MaturityBand band = MaturityBand::Commit;
    double spread = 0;  // of the groups' indices: highest - lowest
};

// A group's mean answers, 1..5, one a competency; every group has the same competencies. Empty
// without groups or competencies.
std::optional<Maturity> maturity(std::span<std::vector<double> const> groups);

// (after - before) / (100 - before) of results in percent (Hake 1998); empty at 100: already there.
std::optional<double> normalised_gain(double before, double after);

// Share of guesses within 5 points of what was measured; empty without guesses.
std::optional<double> calibration(std::span<double const> guesses, double actual);

}  // namespace metrics
