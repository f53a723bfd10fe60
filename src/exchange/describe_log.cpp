#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/catalogue.hpp"
#include "exchange/event_figures.hpp"

namespace exchange {
namespace {

constexpr std::size_t cases_in_memory = 2'000'000;

struct Variant {
    std::uint64_t high = 0, low = 0;
    friend auto operator<=>(Variant const&, Variant const&) = default;
};

template <typename Value>
bool ascending(Value const& a, Value const& b) {
    return a < b;
}

template <typename Value>
using Sorted = ExternalSort<Value, bool (*)(Value const&, Value const&)>;

// Linear interpolation between neighbours (type 7), over values that do not fit into memory.
std::vector<double> quantiles_s(Sorted<Moment>& durations, std::vector<double> const& shares) {
    std::vector<double> result(shares.size(), 0.0);
    durations.rewind();
    auto const last = static_cast<double>(durations.size() - 1);
    double before = 0;
    for (std::size_t i = 0; Moment const* duration = durations.next(); ++i) {
        double const value = static_cast<double>(*duration) / static_cast<double>(second_us);
        for (std::size_t s = 0; s < shares.size(); ++s) {
            double const place = shares[s] * last;
            double const below = std::floor(place);
            if (static_cast<double>(i) == below) result[s] = value;
            if (static_cast<double>(i) == below + 1 && place > below)
                result[s] = before + (value - before) * (place - below);
        }
        before = value;
    }
    return result;
}

// Gathers the cases of a store as its events pass in order.
class Describer {
public:
    explicit Describer(EventStore const& store)
        : m_store(store), m_counts(store.activities().size()) {}

    void add(StoredEvent const& event) {
        if (m_cases == 0 || event.in_case != m_case) {
            end_case();
            m_case = event.in_case;
            ++m_cases;
            m_begin = event.time;
            m_end = event.until;
            m_variant = {};
            ++count(event.activity).starts;
        }
        Counts& counts = count(event.activity);
        ++counts.events;
        if (counts.last_case != m_cases) {
            counts.last_case = m_cases;
            ++counts.cases;
        }
        m_end = std::max(m_end, event.until);
        m_last_activity = event.activity;
        auto const step = static_cast<std::uint64_t>(event.activity) + 1;
        m_variant.high = (m_variant.high ^ step) * 0x9E3779B97F4A7C15ULL + 1;
        m_variant.low = (m_variant.low + step) * 1099511628211ULL ^ m_variant.low >> 29U;
        ++m_events;
    }

    LogDescription result() {
        end_case();
        LogDescription d;
        d.cases = m_cases;
        d.events = m_events;
        d.first = m_store.first();
        d.last = m_store.last();
        d.resources = static_cast<std::int64_t>(m_store.resources());
        d.lifecycle = m_store.lifecycle();
        d.left_out = m_store.left_out();
        d.mean_case_s = m_total_s / static_cast<double>(m_cases);
        auto const quantiles = quantiles_s(m_durations, {0.5, 0.9});
        d.median_case_s = quantiles[0];
        d.p90_case_s = quantiles[1];
        count_variants(d);
        name_counts(d);
        return d;
    }

private:
    struct Counts {
        std::int64_t events = 0, cases = 0, starts = 0, ends = 0, last_case = 0;
    };

    Counts& count(std::int32_t activity) { return m_counts[static_cast<std::size_t>(activity)]; }

    void end_case() {
        if (m_cases == 0) return;
        ++count(m_last_activity).ends;
        m_durations.add(m_end - m_begin);
        m_total_s += static_cast<double>(m_end - m_begin) / static_cast<double>(second_us);
        m_variants.add(m_variant);
    }

    void count_variants(LogDescription& d) {
        m_variants.rewind();
        std::int64_t same = 0;
        Variant before;
        while (Variant const* variant = m_variants.next()) {
            bool const fresh = d.variants == 0 || *variant != before;
            d.variants += fresh ? 1 : 0;
            same = fresh ? 1 : same + 1;
            d.top_variant_cases = std::max(d.top_variant_cases, same);
            before = *variant;
        }
    }

    void name_counts(LogDescription& d) const {
        auto const add = [](std::vector<NamedCount>& to, NamedCount made, std::int64_t number) {
            if (number > 0) to.push_back(std::move(made));
        };
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            std::string const& name = m_store.activities()[i];
            Counts const& c = m_counts[i];
            add(d.activities, {name, c.events, c.cases}, c.events);
            add(d.starts, {name, 0, c.starts}, c.starts);
            add(d.ends, {name, 0, c.ends}, c.ends);
        }
        auto const by_count = [](NamedCount const& a, NamedCount const& b) {
            std::int64_t const count_a = std::max(a.events, a.cases);
            std::int64_t const count_b = std::max(b.events, b.cases);
            return count_a != count_b ? count_a > count_b : a.name < b.name;
        };
        for (auto* list : {&d.activities, &d.starts, &d.ends})
            std::sort(list->begin(), list->end(), by_count);
    }

    EventStore const& m_store;
    std::vector<Counts> m_counts;
    Sorted<Moment> m_durations{&ascending<Moment>, cases_in_memory};
    Sorted<Variant> m_variants{&ascending<Variant>, cases_in_memory};
    CaseKey m_case;
    Moment m_begin = 0, m_end = 0;
    Variant m_variant;
    std::int32_t m_last_activity = 0;
    std::int64_t m_cases = 0, m_events = 0;
    double m_total_s = 0;
};

using Json = nlohmann::ordered_json;

Json counts_json(std::vector<NamedCount> const& counts, bool with_events) {
    Json list = Json::array();
    for (NamedCount const& count : counts) {
        Json entry;
        entry["name"] = count.name;
        if (with_events) entry["events"] = count.events;
        entry["cases"] = count.cases;
        list.push_back(entry);
    }
    return list;
}

std::string days_text(double seconds) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(3) << seconds << " s";
    if (seconds >= 86400) out << " (" << std::setprecision(1) << seconds / 86400 << " days)";
    return out.str();
}

}  // namespace

std::optional<LogDescription> describe_log(EventStore& store) {
    if (store.stored() == 0) return std::nullopt;
    Describer describer(store);
    store.rewind();
    while (StoredEvent const* event = store.next())
        describer.add(*event);
    return describer.result();
}

std::string description_json(LogDescription const& d) {
    Json json;
    json["cases"] = d.cases;
    json["events"] = d.events;
    json["variants"] = d.variants;
    json["first"] = moment_text(d.first);
    json["last"] = moment_text(d.last);
    json["median_case_s"] = d.median_case_s;
    json["p90_case_s"] = d.p90_case_s;
    json["activities"] = counts_json(d.activities, true);
    json["starts"] = counts_json(d.starts, false);
    json["ends"] = counts_json(d.ends, false);
    json["mean_case_s"] = d.mean_case_s;
    json["top_variant_cases"] = d.top_variant_cases;
    json["resources"] = d.resources;
    Json lifecycle = Json::object();
    for (auto const& [name, events] : d.lifecycle)
        lifecycle[name] = events;
    json["lifecycle"] = lifecycle;
    Json left_out = Json::array();
    for (auto const& [reason, events] : d.left_out)
        left_out.push_back({{"reason", reason}, {"events", events}});
    json["left_out"] = left_out;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string description_text(LogDescription const& d) {
    auto const number = [](std::int64_t value) { return base::grouped(value); };
    std::string text = number(d.cases) + " cases, " + number(d.events) + " events from " +
                       moment_text(d.first) + " to " + moment_text(d.last) + "\n";
    text += number(d.variants) + " different paths, the commonest taken by " +
            number(d.top_variant_cases) + " cases; " + number(d.resources) + " resources\n";
    text += "a case takes: median " + days_text(d.median_case_s) + ", nine of ten up to " +
            days_text(d.p90_case_s) + ", mean " + days_text(d.mean_case_s) + "\n";
    text += "\nactivities (events, cases):\n";
    for (NamedCount const& count : d.activities)
        text += "  " + count.name + ": " + number(count.events) + ", " + number(count.cases) + "\n";
    text += "first in a case:\n";
    for (NamedCount const& count : d.starts)
        text += "  " + count.name + ": " + number(count.cases) + "\n";
    text += "last in a case:\n";
    for (NamedCount const& count : d.ends)
        text += "  " + count.name + ": " + number(count.cases) + "\n";
    if (!d.lifecycle.empty()) text += "lifecycle:\n";
    for (auto const& [name, events] : d.lifecycle)
        text += "  " + name + ": " + number(events) + "\n";
    if (!d.left_out.empty()) text += "left out:\n";
    for (auto const& [reason, events] : d.left_out)
        text += "  " + reason + ": " + number(events) + "\n";
    return text;
}

}  // namespace exchange
