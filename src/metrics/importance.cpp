#include "metrics/importance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace metrics {
namespace {

// Below it a predictor says nothing that the others do not say already.
constexpr double least_pivot = 1e-9;

// R2 of the predictors in `subset`, by elimination without those that are combinations of others.
double r_squared_of(std::span<double const> among, std::span<double const> with_outcome,
                    std::vector<std::size_t> const& subset) {
    std::size_t const size = with_outcome.size();
    std::size_t const p = subset.size();
    std::vector<double> m(p * (p + 1));
    for (std::size_t i = 0; i < p; ++i) {
        for (std::size_t j = 0; j < p; ++j)
            m[i * (p + 1) + j] = among[subset[i] * size + subset[j]];
        m[i * (p + 1) + p] = with_outcome[subset[i]];
    }
    double explained = 0;
    for (std::size_t k = 0; k < p; ++k) {
        double const pivot = m[k * (p + 1) + k];
        if (pivot < least_pivot) continue;
        double const along = m[k * (p + 1) + p];
        explained += along * along / pivot;
        for (std::size_t i = k + 1; i < p; ++i) {
            double const factor = m[i * (p + 1) + k] / pivot;
            for (std::size_t j = k; j <= p; ++j)
                m[i * (p + 1) + j] -= factor * m[k * (p + 1) + j];
        }
    }
    return std::min(explained, 1.0);
}

std::vector<double> r_squared_of_subsets(std::span<double const> among,
                                         std::span<double const> with_outcome) {
    std::size_t const p = with_outcome.size();
    std::vector<double> all(std::size_t{1} << p, 0.0);
    for (std::size_t mask = 1; mask < all.size(); ++mask) {
        std::vector<std::size_t> subset;
        for (std::size_t i = 0; i < p; ++i) {
            if ((mask >> i & 1U) != 0) subset.push_back(i);
        }
        all[mask] = r_squared_of(among, with_outcome, subset);
    }
    return all;
}

struct Eigen {
    std::vector<double> values;
    std::vector<double> vectors;  // column k belongs to value k
};

// One rotation of Jacobi's method: the element at (a, b) becomes 0.
void rotate(std::vector<double>& m, std::vector<double>& v, std::size_t p, std::size_t a,
            std::size_t b) {
    double const off = m[a * p + b];
    double const theta = (m[b * p + b] - m[a * p + a]) / (2 * off);
    double const t = std::copysign(1.0, theta) / (std::abs(theta) + std::sqrt(theta * theta + 1));
    double const c = 1 / std::sqrt(t * t + 1);
    double const s = t * c;
    for (std::size_t k = 0; k < p; ++k) {
        double const ka = m[k * p + a];
        double const kb = m[k * p + b];
        m[k * p + a] = c * ka - s * kb;
        m[k * p + b] = s * ka + c * kb;
    }
    for (std::size_t k = 0; k < p; ++k) {
        double const ak = m[a * p + k];
        double const bk = m[b * p + k];
        m[a * p + k] = c * ak - s * bk;
        m[b * p + k] = s * ak + c * bk;
        double const va = v[k * p + a];
        double const vb = v[k * p + b];
        v[k * p + a] = c * va - s * vb;
        v[k * p + b] = s * va + c * vb;
    }
}

Eigen eigen_of(std::span<double const> symmetric, std::size_t p) {
    constexpr int most_sweeps = 60;
    constexpr double small = 1e-14;
    std::vector<double> m(symmetric.begin(), symmetric.end());
    std::vector<double> v(p * p, 0.0);
    for (std::size_t i = 0; i < p; ++i)
        v[i * p + i] = 1;
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        bool turned = false;
        for (std::size_t a = 0; a < p; ++a) {
            for (std::size_t b = a + 1; b < p; ++b) {
                if (std::abs(m[a * p + b]) < small) continue;
                rotate(m, v, p, a, b);
                turned = true;
            }
        }
        if (!turned) break;
    }
    Eigen eigen{std::vector<double>(p), std::move(v)};
    for (std::size_t i = 0; i < p; ++i)
        eigen.values[i] = std::max(0.0, m[i * p + i]);
    return eigen;
}

// V f(D) V'.
template <typename Function>
std::vector<double> function_of(Eigen const& eigen, Function f) {
    std::size_t const p = eigen.values.size();
    std::vector<double> result(p * p, 0.0);
    for (std::size_t k = 0; k < p; ++k) {
        double const value = f(eigen.values[k]);
        for (std::size_t i = 0; i < p; ++i) {
            for (std::size_t j = 0; j < p; ++j)
                result[i * p + j] += eigen.vectors[i * p + k] * value * eigen.vectors[j * p + k];
        }
    }
    return result;
}

// Parts of R2 as shares of 1.
std::vector<double> as_shares(std::vector<double> parts) {
    for (double& part : parts)
        part = std::max(0.0, part);
    double const sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    for (double& part : parts)
        part = sum > 0 ? part / sum : 1.0 / static_cast<double>(parts.size());
    return parts;
}

}  // namespace

CoMoments::CoMoments(std::size_t variables)
    : m_means(variables, 0.0), m_moments(variables * variables, 0.0), m_off(variables, 0.0) {}

void CoMoments::add(std::span<double const> row) {
    ++m_n;
    auto const n = static_cast<double>(m_n);
    for (std::size_t i = 0; i < row.size(); ++i)
        m_off[i] = row[i] - m_means[i];
    double const weight = (n - 1) / n;
    for (std::size_t i = 0; i < row.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            m_moments[i * variables() + j] += weight * m_off[i] * m_off[j];
            m_moments[j * variables() + i] = m_moments[i * variables() + j];
        }
    }
    for (std::size_t i = 0; i < row.size(); ++i)
        m_means[i] += m_off[i] / n;
}

std::optional<double> CoMoments::sd(std::size_t i) const {
    if (m_n < 2) return std::nullopt;
    return std::sqrt(moment(i, i) / static_cast<double>(m_n - 1));
}

std::optional<double> CoMoments::correlation(std::size_t i, std::size_t j) const {
    double const spread = std::sqrt(moment(i, i) * moment(j, j));
    if (m_n < 2 || !(spread > 0)) return std::nullopt;
    return std::clamp(moment(i, j) / spread, -1.0, 1.0);
}

std::vector<double> shapley_parts(std::span<double const> among,
                                  std::span<double const> with_outcome) {
    std::size_t const p = with_outcome.size();
    std::vector<double> const r_squared = r_squared_of_subsets(among, with_outcome);
    // Share of the orders in which just these k come before a predictor: k! (p - 1 - k)! / p!.
    std::vector<double> weight(p, 1.0 / static_cast<double>(p));
    for (std::size_t k = 1; k < p; ++k)
        weight[k] = weight[k - 1] * static_cast<double>(k) / static_cast<double>(p - k);
    std::vector<double> parts(p, 0.0);
    for (std::size_t mask = 0; mask < r_squared.size(); ++mask) {
        auto const before = static_cast<std::size_t>(__builtin_popcountll(mask));
        for (std::size_t i = 0; i < p; ++i) {
            if ((mask >> i & 1U) != 0) continue;
            parts[i] += weight[before] * (r_squared[mask | std::size_t{1} << i] - r_squared[mask]);
        }
    }
    return parts;
}

std::vector<double> johnson_parts(std::span<double const> among,
                                  std::span<double const> with_outcome) {
    std::size_t const p = with_outcome.size();
    Eigen const eigen = eigen_of(among, p);
    std::vector<double> const root = function_of(eigen, [](double d) { return std::sqrt(d); });
    std::vector<double> const inverse =
        function_of(eigen, [](double d) { return d > least_pivot ? 1 / std::sqrt(d) : 0.0; });
    std::vector<double> parts(p, 0.0);
    for (std::size_t k = 0; k < p; ++k) {
        double beta = 0;
        for (std::size_t j = 0; j < p; ++j)
            beta += inverse[k * p + j] * with_outcome[j];
        for (std::size_t i = 0; i < p; ++i)
            parts[i] += root[i * p + k] * root[i * p + k] * beta * beta;
    }
    return parts;
}

ImportanceShares importance_shares(CoMoments const& moments) {
    std::size_t const p = moments.variables() - 1;
    ImportanceShares result;
    result.n = moments.n();
    std::vector<double> among(p * p);
    std::vector<double> with_outcome(p);
    for (std::size_t i = 0; i < p; ++i) {
        result.correlations.push_back(moments.correlation(i, p));
        with_outcome[i] = result.correlations[i].value_or(0);
        for (std::size_t j = 0; j < p; ++j)
            among[i * p + j] = moments.correlation(i, j).value_or(0);
    }
    std::vector<std::size_t> all(p);
    std::iota(all.begin(), all.end(), std::size_t{0});
    result.r_squared = r_squared_of(among, with_outcome, all);
    if (moments.n() < rows_a_predictor * static_cast<std::int64_t>(p)) {
        result.weakness = Weakness::TooFewRows;
    } else if (result.r_squared < weak_r_squared) {
        result.weakness = Weakness::WeakModel;
    }
    if (result.weakness != Weakness::None) {
        result.shares.assign(p, 1.0 / static_cast<double>(p));
    } else if (p <= most_exact_predictors) {
        result.method = ShareMethod::Shapley;
        result.shares = as_shares(shapley_parts(among, with_outcome));
    } else {
        result.method = ShareMethod::Johnson;
        result.shares = as_shares(johnson_parts(among, with_outcome));
    }
    return result;
}

std::vector<double> with_must_be_floor(std::vector<double> weights,
                                       std::vector<bool> const& must_be) {
    if (weights.empty()) return weights;
    double const floor = 50.0 / static_cast<double>(weights.size());
    double lifted = 0;
    double others = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        bool const low = must_be[i] && weights[i] < floor;
        (low ? lifted : others) += low ? floor : weights[i];
    }
    if (lifted == 0 || others <= 0) return weights;
    double const scale = (100 - lifted) / others;
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = must_be[i] && weights[i] < floor ? floor : weights[i] * scale;
    return weights;
}

}  // namespace metrics
